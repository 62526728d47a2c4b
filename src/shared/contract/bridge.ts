// The few names that page, preload and main agree on to hand a page its message ports. Everything else is spoken over the ports,
// see core.ts and desktop.ts. Only types, so that the preload script stays tiny: whoever needs the value writes the literal and
// the type checks it.

/** The name of the object the preload script puts on `window`. */
export type BridgeName = 'musubi'

/** The one message a page sends to main: the claim for its ports, with the nonce main put into the page. */
export type ConnectChannel = 'musubi:connect'

/** The one message main sends to a page: a port, with a {@link PortAnnouncement}. */
export type PortChannel = 'musubi:port'

/** The name of the meta element that carries the page's nonce. */
export type PageNonceMeta = 'musubi-page-nonce'

/** Which side a port leads to: the core process, or main's own desktop functions. */
export type PortKind = 'core' | 'desktop'

/** What accompanies a port on its way to the page. */
export interface PortAnnouncement {
  readonly channel: PortChannel
  readonly port: PortKind
  /** The nonce the page claimed with, so that the page takes ports from nobody else. */
  readonly nonce: string
}

/** What the preload script offers to the page. */
export interface MusubiBridge {
  /** Claims the page's ports. Allowed once per page load; later claims are refused without an answer. */
  readonly connect: (nonce: string) => void
}
