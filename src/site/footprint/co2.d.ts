declare module '@tgwf/co2' {
  /** Estimates what bytes sent over the wire weigh in carbon dioxide. */
  export class co2 {
    constructor(options: { model: 'swd'; version: 4 });
    /** Grams of CO₂ equivalent. */
    perVisit(bytes: number): number;
  }
}
