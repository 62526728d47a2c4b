// The words of the native parts: menu, dialogs, crash messages. The page has its own texts; these are needed before there is a page.
import type { ExportFormat, ImportKind } from '../shared/contract/desktop.ts'
import type { InterfaceLanguage } from '../shared/interface-language.ts'
import type { MenuCommandName } from '../shared/shortcuts.ts'

/** The words of one language. */
export type ShellTexts = {
  readonly menus: Readonly<Record<'file' | 'edit' | 'view' | 'window' | 'help' | 'language' | 'theme', string>>
  readonly commands: Readonly<Record<MenuCommandName, string>>
  readonly roles: Readonly<
    Record<
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'selectAll'
      | 'zoomIn'
      | 'zoomOut'
      | 'resetZoom'
      | 'fullScreen'
      | 'minimise'
      | 'close'
      | 'quit'
      | 'hide'
      | 'hideOthers'
      | 'showAll'
      | 'dataFolder',
      string
    >
  >
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>
  readonly formats: Readonly<Record<ExportFormat, string>>
  readonly imports: Readonly<Record<ImportKind, string>>
  readonly dialogs: Readonly<Record<'export' | 'exportFolder' | 'open', string>>
  readonly outsideLink: Readonly<Record<'message' | 'open', string>>
  readonly pageGone: Readonly<Record<'message' | 'detail' | 'reload' | 'quit', string>>
  readonly unresponsive: Readonly<Record<'message' | 'detail' | 'wait' | 'reload', string>>
  readonly shellError: Readonly<Record<'message' | 'detail' | 'close', string>>
  readonly cancel: string
}

/** The words of every interface language. */
export const shellTexts: Readonly<Record<InterfaceLanguage, ShellTexts>> = {
  en: {
    menus: { file: 'File', edit: 'Edit', view: 'View', window: 'Window', help: 'Help', language: 'Language', theme: 'Appearance' },
    commands: {
      home: 'Overview',
      newDraft: 'New draft …',
      openFile: 'Open an exported file …',
      guide: 'Which agreement do we need?',
      series: 'Series from a table …',
      export: 'Export …',
      find: 'Find …',
      settings: 'Settings …',
      toggleOutline: 'Show or hide outline',
      toggleDocument: 'Show or hide document',
      openPoints: 'Open points',
      nextPage: 'Next page of questions',
      previousPage: 'Previous page of questions',
      glossary: 'Glossary',
      shortcuts: 'Keyboard shortcuts',
      help: 'Help',
      about: 'About Musubi',
    },
    roles: {
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      resetZoom: 'Actual size',
      fullScreen: 'Full screen',
      minimise: 'Minimise',
      close: 'Close window',
      quit: 'Quit Musubi',
      hide: 'Hide Musubi',
      hideOthers: 'Hide others',
      showAll: 'Show all',
      dataFolder: 'Show data folder',
    },
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    formats: {
      pdf: 'PDF document',
      docx: 'Word document',
      text: 'Text file',
      csv: 'Table (CSV)',
      ics: 'Calendar (iCalendar)',
      json: 'Data (JSON)',
      exchange: 'Musubi exchange file',
    },
    imports: {
      exchange: 'Musubi exchange file',
      document: 'Word or PDF document',
      wordFile: 'Word document',
      answers: 'Answers (YAML or JSON)',
      table: 'Table (CSV)',
    },
    dialogs: { export: 'Export', exportFolder: 'Choose a folder for the export', open: 'Open file' },
    outsideLink: { message: 'Open this address outside Musubi?', open: 'Open' },
    pageGone: {
      message: 'The window stopped working.',
      detail: 'Your answers are saved up to the last one you gave. Load the window again to go on.',
      reload: 'Load again',
      quit: 'Quit',
    },
    unresponsive: {
      message: 'The window is not responding.',
      detail: 'It may be busy with a large document. Your answers are saved.',
      wait: 'Wait',
      reload: 'Load again',
    },
    shellError: {
      message: 'Something went wrong in Musubi.',
      detail: 'Your answers are saved. Musubi will close; please start it again. The log in the data folder says more.',
      close: 'Close',
    },
    cancel: 'Cancel',
  },
  de: {
    menus: { file: 'Datei', edit: 'Bearbeiten', view: 'Ansicht', window: 'Fenster', help: 'Hilfe', language: 'Sprache', theme: 'Erscheinungsbild' },
    commands: {
      home: 'Übersicht',
      newDraft: 'Neuer Entwurf …',
      openFile: 'Exportierte Datei öffnen …',
      guide: 'Welchen Vertrag brauchen wir?',
      series: 'Serie aus einer Tabelle …',
      export: 'Exportieren …',
      find: 'Suchen …',
      settings: 'Einstellungen …',
      toggleOutline: 'Gliederung ein- oder ausblenden',
      toggleDocument: 'Dokument ein- oder ausblenden',
      openPoints: 'Offene Punkte',
      nextPage: 'Nächste Fragenseite',
      previousPage: 'Vorherige Fragenseite',
      glossary: 'Glossar',
      shortcuts: 'Tastenkürzel',
      help: 'Hilfe',
      about: 'Über Musubi',
    },
    roles: {
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      cut: 'Ausschneiden',
      copy: 'Kopieren',
      paste: 'Einfügen',
      selectAll: 'Alles auswählen',
      zoomIn: 'Vergrößern',
      zoomOut: 'Verkleinern',
      resetZoom: 'Originalgröße',
      fullScreen: 'Vollbild',
      minimise: 'Minimieren',
      close: 'Fenster schließen',
      quit: 'Musubi beenden',
      hide: 'Musubi ausblenden',
      hideOthers: 'Andere ausblenden',
      showAll: 'Alle einblenden',
      dataFolder: 'Datenordner anzeigen',
    },
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    formats: {
      pdf: 'PDF-Dokument',
      docx: 'Word-Dokument',
      text: 'Textdatei',
      csv: 'Tabelle (CSV)',
      ics: 'Kalender (iCalendar)',
      json: 'Daten (JSON)',
      exchange: 'Musubi-Austauschdatei',
    },
    imports: {
      exchange: 'Musubi-Austauschdatei',
      document: 'Word- oder PDF-Dokument',
      wordFile: 'Word-Dokument',
      answers: 'Antworten (YAML oder JSON)',
      table: 'Tabelle (CSV)',
    },
    dialogs: { export: 'Exportieren', exportFolder: 'Ordner für den Export wählen', open: 'Datei öffnen' },
    outsideLink: { message: 'Diese Adresse außerhalb von Musubi öffnen?', open: 'Öffnen' },
    pageGone: {
      message: 'Das Fenster funktioniert nicht mehr.',
      detail: 'Ihre Antworten sind bis zur letzten gespeichert. Laden Sie das Fenster neu, um weiterzuarbeiten.',
      reload: 'Neu laden',
      quit: 'Beenden',
    },
    unresponsive: {
      message: 'Das Fenster reagiert nicht.',
      detail: 'Vielleicht ist es mit einem großen Dokument beschäftigt. Ihre Antworten sind gespeichert.',
      wait: 'Warten',
      reload: 'Neu laden',
    },
    shellError: {
      message: 'In Musubi ist ein Fehler aufgetreten.',
      detail: 'Ihre Antworten sind gespeichert. Musubi wird geschlossen; bitte starten Sie es neu. Das Protokoll im Datenordner sagt mehr.',
      close: 'Schließen',
    },
    cancel: 'Abbrechen',
  },
  ja: {
    menus: { file: 'ファイル', edit: '編集', view: '表示', window: 'ウィンドウ', help: 'ヘルプ', language: '言語', theme: '外観' },
    commands: {
      home: 'ホーム',
      newDraft: '新しいドラフト…',
      openFile: '書き出したファイルを開く…',
      guide: '必要な契約書を調べる',
      series: '表から一括作成…',
      export: '書き出し…',
      find: '検索…',
      settings: '設定…',
      toggleOutline: '目次の表示・非表示',
      toggleDocument: '文書の表示・非表示',
      openPoints: '未確定事項',
      nextPage: '次の質問ページ',
      previousPage: '前の質問ページ',
      glossary: '用語集',
      shortcuts: 'キーボードショートカット',
      help: 'ヘルプ',
      about: 'Musubiについて',
    },
    roles: {
      undo: '元に戻す',
      redo: 'やり直す',
      cut: '切り取り',
      copy: 'コピー',
      paste: '貼り付け',
      selectAll: 'すべて選択',
      zoomIn: '拡大',
      zoomOut: '縮小',
      resetZoom: '実際のサイズ',
      fullScreen: '全画面表示',
      minimise: '最小化',
      close: 'ウィンドウを閉じる',
      quit: 'Musubiを終了',
      hide: 'Musubiを隠す',
      hideOthers: 'ほかを隠す',
      showAll: 'すべて表示',
      dataFolder: 'データのフォルダを表示',
    },
    themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
    formats: {
      pdf: 'PDF文書',
      docx: 'Word文書',
      text: 'テキストファイル',
      csv: '表（CSV）',
      ics: 'カレンダー（iCalendar）',
      json: 'データ（JSON）',
      exchange: 'Musubi交換ファイル',
    },
    imports: {
      exchange: 'Musubi交換ファイル',
      document: 'Word文書またはPDF文書',
      wordFile: 'Word文書',
      answers: '回答（YAMLまたはJSON）',
      table: '表（CSV）',
    },
    dialogs: { export: '書き出し', exportFolder: '書き出し先のフォルダを選択', open: 'ファイルを開く' },
    outsideLink: { message: 'このアドレスをMusubiの外で開きますか', open: '開く' },
    pageGone: {
      message: 'ウィンドウが動作を停止しました。',
      detail: '最後の回答まで保存されています。続けるには、ウィンドウを再読み込みしてください。',
      reload: '再読み込み',
      quit: '終了',
    },
    unresponsive: {
      message: 'ウィンドウが応答していません。',
      detail: '大きな文書を処理している可能性があります。回答は保存されています。',
      wait: '待つ',
      reload: '再読み込み',
    },
    shellError: {
      message: 'Musubiで問題が発生しました。',
      detail: '回答は保存されています。Musubiを終了しますので、もう一度起動してください。詳細はデータのフォルダにあるログで確認できます。',
      close: '閉じる',
    },
    cancel: 'キャンセル',
  },
}
