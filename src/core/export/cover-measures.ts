/** Distances on a cover, in points: where it begins, the line above it and the room below that line, and the room above its title and its texts. */
export const cover = { top: 130, rule: 2, belowRule: 14, aboveTitle: 8, aboveText: 14 } as const
