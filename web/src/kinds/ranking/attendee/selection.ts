/** What is ordered in the form and not yet voted. */
export interface Selection {
  /** Ids of options, best first. */
  order: string[];
  abstain: boolean;
  /** The last tap found every place taken. */
  full: boolean;
}

export const nothing: Selection = { order: [], abstain: false, full: false };

export const isEmpty = ({ order, abstain }: Selection): boolean => !abstain && order.length === 0;
