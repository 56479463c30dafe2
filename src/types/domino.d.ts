/** What is used of domino, which comes without types. */
declare module '@mixmark-io/domino' {
  export interface DomNode {
    readonly nodeType: number;
    readonly parentNode: DomElement | null;
    readonly childNodes: ArrayLike<DomNode>;
    textContent: string;
    replaceWith(...nodes: (DomNode | string)[]): void;
    remove(): void;
  }
  export interface DomElement extends DomNode {
    readonly localName: string;
    innerHTML: string;
    getAttribute(name: string): string | null;
    setAttribute(name: string, value: string): void;
    querySelectorAll(selector: string): ArrayLike<DomElement>;
  }
  export interface DomDocument {
    createElement(name: string): DomElement;
  }
  export const createDocument: (html?: string) => DomDocument;
}
