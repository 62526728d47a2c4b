// Stands in for @types/node in the layers that run without Node: some libraries (liquidjs) ask for Node's types, and with them
// `process` or `Buffer` would compile in the engine and in the window. See typeRoots in tsconfig.engine.json.
export {}
