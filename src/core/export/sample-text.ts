/** One sentence or heading of the sample agreement per language. */
export type SampleText = { readonly de: string; readonly en: string; readonly ja: string }

/** One numbered paragraph of the sample agreement; `level` 0 with a marker of its own is plain text. */
export type SampleItem = {
  readonly level: 0 | 1 | 2 | 3
  readonly marker: 'number' | 'bullet' | 'none'
  readonly text: SampleText
}

/** A clause, recital list or annex of the sample agreement. */
export type SampleClause = { readonly id: string; readonly title: SampleText; readonly items: readonly SampleItem[] }

const item =
  (level: SampleItem['level'], marker: SampleItem['marker']) =>
  (de: string, en: string, ja: string): SampleItem => ({ level, marker, text: { de, en, ja } })
const one = item(1, 'number')
const two = item(2, 'number')
const three = item(3, 'number')
const bullet = item(2, 'bullet')
const further = item(1, 'none')
const plain = item(0, 'none')

// Mark-up of the sample only: {def:Term}, {ref:clause}, {ref:clause.3}, {ref:clause.3.b}, {ans:question|words}, {gap:label}, **strong**, ^[footnote].

/** Recitals, lettered (A), (B). */
export const sampleRecitals: readonly SampleItem[] = [
  one(
    '{ans:institute|Das Fraunhofer-Institut für Lasertechnik} betreibt anwendungsnahe Forschung auf dem Gebiet der Laserverfahren und der additiven Fertigung und verfügt dort über Verfahren, Anlagen und Schutzrechte.',
    '{ans:institute|The Fraunhofer Institute for Laser Technology} carries out applied research in laser processing and additive manufacturing and holds processes, equipment and intellectual property rights in that field.',
    '研究所は、レーザー加工及び積層造形の分野において応用研究を行い、同分野における方法、設備及び知的財産権を有する。',
  ),
  one(
    '{ans:company|Akatsuki Robotics GmbH} entwickelt und vertreibt Greifsysteme für die Industrie und möchte Greifer aus bionischen Leichtbaustrukturen zur Serienreife bringen.',
    '{ans:company|Akatsuki Robotics GmbH} develops and sells gripping systems for industry and wishes to bring grippers made of bionic lightweight structures to series production.',
    '会社は、産業用把持システムを開発・販売しており、生体模倣軽量構造のグリッパーの量産化を目指している。',
  ),
  one(
    'Die Parteien wollen ihre Fähigkeiten in einem gemeinsamen Vorhaben {def:Vorhaben} verbinden und regeln hiermit Durchführung, Vergütung, Rechte an den Ergebnissen und Geheimhaltung.',
    'The parties wish to combine their abilities in a joint project {def:Project} and hereby set out its performance, remuneration, the rights in its results and confidentiality.',
    '当事者は、共同プロジェクト{def:本プロジェクト}において能力を結集し、その実施、報酬、成果の権利及び秘密保持を定める。',
  ),
]

const definitions: SampleClause = {
  id: 'definitions',
  title: { de: 'Begriffe', en: 'Definitions', ja: '定義' },
  items: [
    one(
      '{def:Altschutzrechte} sind alle Schutzrechte und alles Know-how, die einer Partei vor Beginn des Vorhabens gehören oder die sie während seiner Laufzeit außerhalb des Vorhabens erwirbt; sie sind in {ref:annex-background} aufgeführt.',
      '{def:Background} means all intellectual property rights and know-how that a party holds before the Project begins or acquires outside the Project during its term; it is listed in {ref:annex-background}.',
      '{def:背景知財}とは、本プロジェクト開始前に当事者が保有し、又はその期間中に本プロジェクト外で取得する全ての知的財産権及びノウハウをいい、{ref:annex-background}に記載する。',
    ),
    one(
      '{def:Ergebnisse} sind alle Erkenntnisse, die bei der Durchführung des Vorhabens entstehen, gleich ob schutzfähig oder nicht, insbesondere:',
      '{def:Results} means all findings that arise in carrying out the Project, whether or not capable of protection, in particular:',
      '{def:成果}とは、保護の可否を問わず、本プロジェクトの実施により生じる全ての知見をいい、特に次のものを含む。',
    ),
    two(
      'Erfindungen, technische Verbesserungen und Gebrauchsmuster;',
      'inventions, technical improvements and utility models;',
      '発明、技術的改良及び実用新案',
    ),
    two(
      'Werke der Software im Quell- und Objektcode samt ihrer Dokumentation, und zwar',
      'software in source and object code including its documentation, namely',
      'ソースコード及びオブジェクトコードのソフトウェア並びにその文書、すなわち',
    ),
    three('Programme zur Steuerung der Anlagen;', 'programs that control the equipment;', '設備の制御プログラム'),
    three(
      'Programme zur Auslegung der Strukturen und deren Parametersätze;',
      'programs that design the structures, and their parameter sets;',
      '構造設計プログラム及びそのパラメータ',
    ),
    three('Auswertungen von Messreihen.', 'evaluations of series of measurements.', '測定データの評価'),
    two('Daten, Messreihen, Muster und Berichte.', 'data, series of measurements, samples and reports.', 'データ、測定、試料及び報告書'),
    one(
      '{def:Verbundene Unternehmen} sind Unternehmen im Sinne der §§ 15 ff. AktG. Im Zweifel gilt {ref:governing-law.2}.',
      '{def:Affiliates} means companies within the meaning of sections 15 et seq. of the German Stock Corporation Act. In case of doubt, {ref:governing-law.2} applies.',
      '{def:関連会社}とは、ドイツ株式法第15条以下に定める会社をいう。疑義があるときは{ref:governing-law.2}による。',
    ),
  ],
}

const performance: SampleClause = {
  id: 'performance',
  title: { de: 'Durchführung des Vorhabens', en: 'Performance of the Project', ja: '本プロジェクトの実施' },
  items: [
    one(
      'Gegenstand des Vorhabens ist {ans:purpose|die Entwicklung eines serientauglichen Greifers aus bionischen Leichtbaustrukturen mit integrierter Kraftmessung}. Die Arbeitspakete, ihre Fristen und ihre Verantwortlichen stehen in {ref:annex-work-plan}.',
      'The subject of the Project is {ans:purpose|the development of a gripper made of bionic lightweight structures with integrated force measurement, ready for series production}. Work packages, deadlines and responsibilities are set out in {ref:annex-work-plan}.',
      '本プロジェクトの目的は{ans:purpose|力測定機能を内蔵した生体模倣軽量構造グリッパーの開発}とする。作業、期限及び責任者は{ref:annex-work-plan}に定める。',
    ),
    one(
      'Jede Partei führt die ihr zugewiesenen Arbeiten mit der verkehrsüblichen Sorgfalt und nach dem anerkannten Stand von Wissenschaft und Technik durch. Ein bestimmter Erfolg wird **nicht geschuldet**.',
      'Each party carries out the work assigned to it with customary care and according to the recognised state of science and technology. A particular outcome is **not owed**.',
      '各当事者は、割り当てられた作業を通常の注意をもって、科学技術の公認水準に従い実施する。特定の結果を**保証しない**。',
    ),
    one(
      'Das Vorhaben beginnt am {ans:start|1. Oktober 2026} und endet am {gap:Ende des Vorhabens}. Jede Partei benennt eine verantwortliche Person:',
      'The Project begins on {ans:start|1 October 2026} and ends on {gap:End of the Project}. Each party names one responsible person:',
      '本プロジェクトは{ans:start|2026年10月1日}に開始し、{gap:終了日}に終了する。各当事者は責任者1名を指名する。',
    ),
    bullet(
      'für das Institut {ans:lead_institute|Dr.-Ing. Maria Köhler};',
      'for the institute {ans:lead_institute|Dr.-Ing. Maria Köhler};',
      '研究所：{ans:lead_institute|Dr.-Ing. Maria Köhler}',
    ),
    bullet(
      'für das Unternehmen {ans:lead_company|山田太郎 (Taro Yamada), 東京都千代田区丸の内1-1-1}.',
      'for the company {ans:lead_company|山田太郎 (Taro Yamada), 東京都千代田区丸の内1-1-1}.',
      '会社：{ans:lead_company|山田太郎、東京都千代田区丸の内1-1-1}',
    ),
    further(
      'Ein Wechsel dieser Personen ist der anderen Partei unverzüglich in Textform mitzuteilen.',
      'The other party must be told of a change of these persons without undue delay in text form.',
      '責任者の変更は、遅滞なく書面で相手方に通知する。',
    ),
  ],
}

const rights: SampleClause = {
  id: 'results',
  title: { de: 'Rechte an den Ergebnissen', en: 'Rights in the Results', ja: '成果の権利' },
  items: [
    one(
      'Ergebnisse gehören der Partei, deren Beschäftigte sie geschaffen haben. Erfindungen nimmt die Arbeitgeberin nach Maßgabe des Gesetzes über Arbeitnehmererfindungen in Anspruch.^[Nach § 6 Abs. 2 ArbnErfG gilt die Inanspruchnahme als erklärt, wenn die Arbeitgeberin die Diensterfindung nicht innerhalb von vier Monaten nach Eingang der ordnungsgemäßen Meldung in Textform freigibt.]',
      'Results belong to the party whose employees created them. Inventions are claimed by the employer in accordance with the German Employee Inventions Act.^[Under section 6(2) of that Act an invention is deemed claimed unless the employer releases it in text form within four months of receipt of the proper report.]',
      '成果は、それを創出した従業者の属する当事者に帰属する。職務発明は従業者発明法に従い使用者が承継する。^[同法第6条第2項により、使用者が適式な届出の受領後4か月以内に書面で発明を解放しないときは、承継の意思表示があったものとみなす。]',
    ),
    one(
      'Ergebnisse, an denen Beschäftigte beider Parteien mitgewirkt haben und die sich nicht teilen lassen, gehören den Parteien gemeinschaftlich^[Bruchteilsgemeinschaft nach §§ 741 ff. BGB; was Ergebnisse sind, sagt {ref:definitions.2}.] im Verhältnis ihrer Beiträge. {ref:definitions.2.b} bleibt unberührt.',
      'Results to which employees of both parties contributed and that cannot be divided belong to the parties jointly^[Co-ownership by fractional shares, sections 741 et seq. of the German Civil Code; what Results are is set out in {ref:definitions.2}.] in proportion to their contributions. {ref:definitions.2.b} remains unaffected.',
      '両当事者の従業者が寄与し、分割できない成果は、貢献割合に応じた共有^[ドイツ民法第741条以下の持分による共有。成果の定義は{ref:definitions.2}による。]とする。{ref:definitions.2.b}は影響を受けない。',
    ),
    one(
      'Das Institut räumt dem Unternehmen an seinen Ergebnissen ein nicht ausschließliches, zeitlich und räumlich unbeschränktes Nutzungsrecht ein. Auf Verlangen, das binnen {ans:option_period|sechs Monaten} nach Abschluss des Vorhabens zu stellen ist, verhandeln die Parteien über eine ausschließliche Lizenz; {ref:remuneration.1} gilt dafür nicht.',
      'The institute grants the company a non-exclusive right of use in its Results, unlimited in time and territory. On request, to be made within {ans:option_period|six months} of completion of the Project, the parties negotiate an exclusive licence; {ref:remuneration.1} does not apply to it.',
      '研究所は会社に対し、その成果について期間及び地域の制限のない非独占的使用権を許諾する。終了後{ans:option_period|6か月}以内の請求により独占的実施権を協議し、{ref:remuneration.1}は適用しない。',
    ),
    one('Für Altschutzrechte gilt:', 'For Background the following applies:', '背景知財については次のとおりとする。'),
    two('Sie bleiben bei der Partei, die sie einbringt;', 'it remains with the party that contributes it;', '提供した当事者に留保される。'),
    two(
      'die andere Partei darf sie für die Dauer und die Zwecke des Vorhabens unentgeltlich nutzen.',
      'the other party may use it free of charge for the duration and purposes of the Project.',
      '相手方は、本プロジェクトの期間及び目的の範囲で無償で使用できる。',
    ),
  ],
}

const remuneration: SampleClause = {
  id: 'remuneration',
  title: { de: 'Vergütung und Zahlung', en: 'Remuneration and payment', ja: '報酬及び支払' },
  items: [
    one(
      'Das Unternehmen zahlt für die Arbeiten des Instituts eine feste Vergütung von {ans:fee|184.500,00 Euro} zuzüglich der gesetzlichen Umsatzsteuer.',
      'The company pays a fixed remuneration of {ans:fee|EUR 184,500.00} plus statutory value added tax for the work of the institute.',
      '会社は研究所の作業に対し、{ans:fee|184,500.00ユーロ}及び法定付加価値税を支払う。',
    ),
    one(
      'Die Vergütung wird in Raten gezahlt, die in der folgenden Übersicht genannt sind. Rechnungen sind binnen {ans:payment_days|30} Tagen nach Zugang ohne Abzug fällig.',
      'The remuneration is paid in the instalments listed below. Invoices are due without deduction within {ans:payment_days|30} days of receipt.',
      '報酬は次表の分割により支払う。請求書は受領後{ans:payment_days|30}日以内に支払う。',
    ),
  ],
}

const confidentiality: SampleClause = {
  id: 'confidentiality',
  title: { de: 'Geheimhaltung', en: 'Confidentiality', ja: '秘密保持' },
  items: [
    one(
      'Jede Partei behandelt alle Informationen, die ihr die andere Partei im Zusammenhang mit dem Vorhaben offenlegt {def:Vertrauliche Informationen}, vertraulich und schützt sie durch angemessene Geheimhaltungsmaßnahmen.',
      'Each party keeps all information that the other party discloses to it in connection with the Project {def:Confidential Information} confidential and protects it by reasonable measures of secrecy.',
      '各当事者は、本プロジェクトに関連して開示された情報{def:秘密情報}を秘密に保持し、合理的な措置により保護する。',
    ),
    one(
      'Die Pflicht nach {ref:confidentiality.1} gilt nicht für Informationen, die',
      'The duty under {ref:confidentiality.1} does not apply to information that',
      '{ref:confidentiality.1}の義務は、次の情報には適用しない。',
    ),
    two(
      'der empfangenden Partei bei Offenlegung nachweislich bereits bekannt waren;',
      'was demonstrably known to the receiving party when disclosed;',
      '開示時に既に知られていたことが証明される情報',
    ),
    two('ohne ihr Zutun öffentlich bekannt sind oder werden;', 'is or becomes public through no act of its own;', '公知である情報'),
    two(
      'sie von Dritten rechtmäßig und ohne Pflicht zur Geheimhaltung erhalten hat oder selbst unabhängig entwickelt hat.',
      'it lawfully received from third parties without a duty of secrecy or developed independently.',
      '第三者から適法に取得し、又は独自に開発した情報',
    ),
    one(
      'Beschäftigte und Unterauftragnehmer werden entsprechend verpflichtet. Die Pflichten dieses {ref:confidentiality} bestehen {ans:secrecy_years|fünf} Jahre über das Ende dieses Vertrags hinaus.',
      'Employees and subcontractors are bound accordingly. The duties of this {ref:confidentiality} continue for {ans:secrecy_years|five} years after the end of this agreement.',
      '従業者及び再委託先にも同様の義務を課す。{ref:confidentiality}の義務は契約終了後{ans:secrecy_years|5}年間存続する。',
    ),
  ],
}

const liability: SampleClause = {
  id: 'liability',
  title: { de: 'Haftung', en: 'Liability', ja: '責任' },
  items: [
    one(
      'Die Parteien haften unbeschränkt für Vorsatz und grobe Fahrlässigkeit sowie für Schäden aus der Verletzung des Lebens, des Körpers oder der Gesundheit.',
      'The parties are liable without limitation for intent and gross negligence and for injury to life, body or health.',
      '当事者は、故意及び重過失並びに生命、身体又は健康の侵害による損害につき無制限に責任を負う。',
    ),
    one(
      'Bei leichter Fahrlässigkeit haften sie nur für die Verletzung wesentlicher Vertragspflichten, begrenzt auf den vertragstypischen, vorhersehbaren Schaden und höchstens auf {gap:Höchstbetrag der Haftung}.',
      'For slight negligence they are liable only for breach of essential contractual duties, limited to foreseeable damage typical of the contract and to no more than {gap:Maximum liability}.',
      '軽過失の場合は、重要な契約義務の違反についてのみ、予見可能な損害を限度とし、最大{gap:責任限度額}まで責任を負う。',
    ),
    one(
      'Für die Freiheit der Ergebnisse von Schutzrechten Dritter wird keine Gewähr übernommen. Sobald einer Partei solche Rechte bekannt werden, unterrichtet sie die andere; {ref:results.3} und {ref:definitions.2.b.ab} gelten sinngemäß.',
      'No warranty is given that Results are free of third-party rights. As soon as a party learns of such rights it informs the other; {ref:results.3} and {ref:definitions.2.b.ab} apply accordingly.',
      '成果が第三者の権利を侵害しないことは保証しない。知った場合は相手方に通知し、{ref:results.3}及び{ref:definitions.2.b.ab}を準用する。',
    ),
  ],
}

const law: SampleClause = {
  id: 'governing-law',
  title: { de: 'Anwendbares Recht und Gerichtsstand', en: 'Governing law and jurisdiction', ja: '準拠法及び管轄' },
  items: [
    one(
      'Es gilt das Recht der Bundesrepublik Deutschland unter Ausschluss des UN-Kaufrechts.',
      'The law of the Federal Republic of Germany applies, excluding the UN Convention on Contracts for the International Sale of Goods.',
      '国際物品売買契約に関する国連条約を除き、ドイツ連邦共和国法を準拠法とする。',
    ),
    one(
      'Ausschließlicher Gerichtsstand ist, soweit zulässig, {ans:venue|Aachen}. Maßgeblich ist die deutsche Fassung dieses Vertrags.',
      'The exclusive place of jurisdiction is, as far as permitted, {ans:venue|Aachen}. The German version of this agreement prevails.',
      '専属的合意管轄は、許される限り{ans:venue|アーヘン}とする。ドイツ語版を正文とする。',
    ),
  ],
}

const titles: readonly SampleText[] = [
  { de: 'Projektleitung und Berichte', en: 'Project management and reports', ja: '運営及び報告' },
  { de: 'Anmeldung und Verteidigung von Schutzrechten', en: 'Filing and defence of intellectual property rights', ja: '知的財産権の出願及び維持' },
  { de: 'Veröffentlichungen', en: 'Publications', ja: '公表' },
  { de: 'Unteraufträge', en: 'Subcontracts', ja: '再委託' },
  { de: 'Ausfuhrkontrolle', en: 'Export control', ja: '輸出管理' },
  { de: 'Laufzeit und Kündigung', en: 'Term and termination', ja: '期間及び解除' },
  { de: 'Rechte nach Beendigung', en: 'Rights after termination', ja: '終了後の権利' },
  { de: 'Abtretung und Rechtsnachfolge', en: 'Assignment and succession', ja: '譲渡及び承継' },
  { de: 'Datenschutz', en: 'Data protection', ja: '個人情報保護' },
]
const bodies = [
  [...performance.items, ...liability.items],
  [...rights.items, ...confidentiality.items],
  [...liability.items, ...definitions.items, ...law.items],
  [...confidentiality.items, ...performance.items, ...rights.items],
]
const fillers: readonly SampleClause[] = titles.map((title, index) => ({ id: `clause-${index + 1}`, title, items: bodies[index % bodies.length] ?? [] }))

/** The clauses in order; sixteen of them, about twenty pages in one language. */
export const sampleClauses: readonly SampleClause[] = [definitions, performance, rights, remuneration, confidentiality, ...fillers, liability, law]

/** The annexes in order. The work plan also holds a table. */
export const sampleAnnexes: readonly SampleClause[] = [
  {
    id: 'annex-work-plan',
    title: { de: 'Arbeitsplan', en: 'Work plan', ja: '作業計画' },
    items: [
      plain(
        'Die Arbeitspakete bauen aufeinander auf. Abweichungen bedürfen der Textform.',
        'The work packages build on one another. Deviations require text form.',
        '作業は順次実施する。変更は書面による。',
      ),
      one(
        'Das Institut ist verantwortlich für die Auslegung der Strukturen:',
        'The institute is responsible for designing the structures:',
        '研究所は構造設計を担当する。',
      ),
      two('Werkstoffauswahl und Probekörper;', 'choice of material and test specimens;', '材料選定及び試験片'),
      two('Simulation der Lastfälle.', 'simulation of load cases.', '荷重シミュレーション'),
      one(
        'Das Unternehmen ist verantwortlich für Erprobung und Serienanlauf ({ref:performance.2}).',
        'The company is responsible for testing and series start ({ref:performance.2}).',
        '会社は試験及び量産準備を担当する（{ref:performance.2}）。',
      ),
    ],
  },
  {
    id: 'annex-background',
    title: { de: 'Altschutzrechte', en: 'Background', ja: '背景知財' },
    items: [
      one(
        'Des Instituts: EP 3 456 789 B1 „Verfahren zum selektiven Laserschmelzen“.',
        'Of the institute: EP 3 456 789 B1 “Method for selective laser melting”.',
        '研究所：EP 3 456 789 B1「選択的レーザー溶融法」',
      ),
      one(
        'Des Unternehmens: JP 2021-123456 「把持装置」 sowie das Know-how zur Kraftmessung.',
        'Of the company: JP 2021-123456 「把持装置」 and know-how in force measurement.',
        '会社：特開2021-123456「把持装置」及び力測定ノウハウ',
      ),
    ],
  },
]
