/** Sentence endings of です・ます, as on screens, in help and in letters. */
const polite = /(?:です|ます|ました|ません|ませんでした|でした|ましょう|でしょう|ください)(?:か|ね|が)?$/u
/** Sentence endings of である, as in contracts: a verb or an adjective in its plain form. Endings in nouns belong to neither. */
const plain = /(?:である|であった|だった|[^んいしま]だ|とする|[るすくぐつむぶうぬ]|[たない]い|なかった|った|した|れた|ない)(?:か)?$/u

/** How a Japanese sentence ends: `none` for labels and sentences that end in a noun. */
export function sentenceStyle(sentence: string): 'polite' | 'plain' | 'none' {
  const bare = sentence.replaceAll(/（[^（）]*）|\([^()]*\)/gu, '').trim()
  if (polite.test(bare)) return 'polite'
  return plain.test(bare) ? 'plain' : 'none'
}

/** The finished sentences of a text: what ends in 。, without quotations, whose style is that of the quoted. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replaceAll(/「[^「」]*」|『[^『』]*』/gu, '「」')
    .split(/\n/u)
    .flatMap((line) => line.split('。').slice(0, -1))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}
