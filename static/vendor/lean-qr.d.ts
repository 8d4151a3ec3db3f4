// What we use of it, for the type check alone.
export const correction: { L: number; M: number; Q: number; H: number };
export function generate(
  text: string,
  options?: { minCorrectionLevel?: number },
): { size: number; get(x: number, y: number): boolean };
