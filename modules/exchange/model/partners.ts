/** The registers asked about people, and what each is asked. */
export const registers = {
  dgsn: { question: 'identity' },
  cnss: { question: 'cover' },
  cnops: { question: 'cover' },
  insurers: { question: 'cover' },
} as const satisfies Record<string, { question: Question }>;

export type Question = 'identity' | 'cover';
export type RegisterName = keyof typeof registers;
export const registerNames = Object.keys(registers) as readonly RegisterName[];

/** The path of each question under a register's base address. */
export const questionPaths = { identity: '/v1/identity-checks', cover: '/v1/cover-checks' } as const satisfies Record<
  Question,
  string
>;

/** The most subjects a partner takes in one envelope. */
export const subjectsPerEnvelope = 1000;
