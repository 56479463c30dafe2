// marked-terminal imports node-emoji with all its data. We render with `emoji: false`.
export const get = name => name;
