// Names that snippets use without declaring them: a signed-in client and some values a reader has at hand.
import type { Dhis2 } from "@dhis2w/client-v42";

declare global {
  const dhis2: Dhis2;
  const uid: string;
  const sexUid: string;
  const ageUid: string;
  const areaUid: string;
  const genderUid: string;
  const maleUid: string;
  const femaleUid: string;
  const unknownUid: string;
  const otherUid: string;
  const comboUid: string;
  const keptUid: string;
  const duplicateUid: string;
  const facilityUid: string;
  const optionUid: string;
  const groupUid: string;
  const codes: string[];
  const signal: AbortSignal;
}
