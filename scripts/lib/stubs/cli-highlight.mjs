// marked-terminal imports cli-highlight, which loads some 190 languages. Our own renderer highlights code
// blocks, so that this is never called.
export const highlight = code => code;
