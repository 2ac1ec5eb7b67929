/** Why an agent takes a page back from a file: each said by `documents.taken-back.<reason>`. */
export const takingBackReasons = ['unreadable', 'other-person', 'wrong-paper', 'twice', 'other'] as const;
