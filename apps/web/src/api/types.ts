/** Every shape the pages take from or give to the API, under the names the pages use; generated from its document. */
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Name = Schemas['NameResponse'];
export type Me = Schemas['Me'];
export type Role = Me['role'];
export type SignedIn = Schemas['SignedIn'];
export type DemonstrationAccount = Schemas['DemonstrationAccount'];

export type Status = Schemas['OverduePaymentFileResponse']['status'];
export type UnitType = Schemas['RespondentDto']['unitType'];
export type SizeType = Schemas['RespondentDto']['sizeType'];
export type Subject = Schemas['ContractDto']['subject'];
export type Evidence = Schemas['EvidenceDto'];
export type EvidenceKind = Evidence['kind'];

/** The document leaves what is nested in a command without a name; these are those shapes. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

type Complainant = Omit<Schemas['ComplainantDto'], 'contact'> & { readonly contact: Contact };
type Respondent = Omit<Schemas['RespondentDto'], 'contact'> & { readonly contact: Contact | null };
type FiledClaim = Schemas['FiledClaim'];

export type Claim = Omit<FiledClaim, 'complainant' | 'respondent'> & {
  readonly complainant: Complainant;
  readonly respondent: Respondent;
};

/** What the complainant sends: lines get their numbers from the server. */
export type LodgedClaim = Omit<Claim, 'lines'> & {
  readonly lines: readonly Omit<FiledClaim['lines'][number], 'line'>[];
};

export type CommandAnswer = Schemas['CommandAnswer'];

export type Office = Schemas['OfficeResponse'];
export type Correctable = Schemas['CorrectableResponse'];
export type ProposedOffice = Schemas['ProposedOfficeResponse'];
export type Officer = Schemas['OfficerResponse'];
export type Grounds = Schemas['GroundsResponse'];
export type Ground = Grounds['grounds'][number];
export type Holder = Schemas['HolderResponse'];

export type RowClock = Schemas['RowClockResponse'];
export type ClockStatus = RowClock['status'];
export type WorklistRow = Schemas['CaseRowResponse'];
export type Worklist = Schemas['WorklistResponse'];

export type ExplainedDay = Schemas['ExplainedDayResponse'];
export type Clock = Schemas['ClockResponse'];
export type TimelineEntry = Schemas['TimelineEntryResponse'];
export type CaseFile = Omit<Schemas['OverduePaymentFileResponse'], 'claim'> & { readonly claim: Claim };
export type OtherCaseFile = Schemas['OtherCaseFileResponse'];
export type AnyCaseFile = CaseFile | OtherCaseFile;
export type AllowedAction = Schemas['ActionResponse'];
export type HistoryEvent = Schemas['HistoryEventResponse'];
export type History = Schemas['HistoryResponse'];

export type BoardCounts = Schemas['BoardCountsResponse'];
export type Board = Schemas['BoardResponse'];
export type BoardCases = Schemas['CaseRowsResponse'];
export type Escalation = Schemas['EscalationResponse'];
export type Forecast = Schemas['DryRunResponse'];
export type ForecastRung = Forecast['rows'][number];
export type LawMoves = Schemas['MovesResponse'];
export type Told = Schemas['ToldResponse'];
export type Escalations = Schemas['EscalationsResponse'];

export type Health = Schemas['Health'];

export type Inbox = Schemas['InboxResponse'];
export type NoticePreferences = Schemas['PreferencesResponse'];
export type FoundPerson = Schemas['FoundPersonResponse'];
export type SealedPart = Schemas['SealedPartResponse'];
export type ForgettingAnswer = Schemas['ForgettingAnswer'];

export type BoardDifference = Schemas['BoardDifferenceResponse'];
export type CaseDifference = Schemas['CaseDifferenceResponse'];

export type Exportable = Schemas['ExportResponse'];

export type Statistics = Schemas['StatisticsResponse'];
export type StatisticsRow = Schemas['StatisticsRowResponse'];
/** The same for every row, however it is told apart. */
export type Figures = Omit<StatisticsRow, 'key' | 'name' | 'rank'>;
export type Inspections = Schemas['InspectionsResponse'];
export type ReportTask = Schemas['ReportTaskResponse'];
export type Holders = Schemas['HoldersResponse'];
export type HeldTime = Schemas['HeldTimeResponse'];
export type FirstContacts = Schemas['FirstContactsResponse'];
export type FirstContact = Schemas['FirstContactResponse'];
export type Debtors = Schemas['DebtorsResponse'];
export type Debtor = Schemas['DebtorResponse'];
export type DebtorDetail = Schemas['DebtorDetailResponse'];
export type Companies = Schemas['CompaniesResponse'];
export type Company = Schemas['CompanyResponse'];
export type NearCases = Schemas['NearCasesResponse'];
export type CaseHolders = Schemas['CaseHoldersResponse'];
