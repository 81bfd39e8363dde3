/**
 * Values of enumerated fields of FIX.4.2, by name.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */

export const CommType = {
  PerUnit: "1",
  Percent: "2",
  Absolute: "3",
} as const;
export type CommType = (typeof CommType)[keyof typeof CommType];

export const ExecInst = {
  StayOnOfferSide: "0",
  NotHeld: "1",
  Work: "2",
  GoAlong: "3",
  OverTheDay: "4",
  Held: "5",
  ParticipateDoNotInitiate: "6",
  StrictScale: "7",
  TryToScale: "8",
  StayOnBidSide: "9",
  NoCross: "A",
  OkToCross: "B",
  CallFirst: "C",
  PercentOfVolume: "D",
  DoNotIncrease: "E",
  DoNotReduce: "F",
  AllOrNone: "G",
  InstitutionsOnly: "I",
  LastPeg: "L",
  MidPricePeg: "M",
  NonNegotiable: "N",
  OpeningPeg: "O",
  MarketPeg: "P",
  PrimaryPeg: "R",
  Suspend: "S",
  FixedPegToLocalBestBidOrOfferAtTimeOfOrder: "T",
  CustomerDisplayInstruction: "U",
  Netting: "V",
  PegToVwap: "W",
} as const;
export type ExecInst = (typeof ExecInst)[keyof typeof ExecInst];

export const ExecTransType = {
  New: "0",
  Cancel: "1",
  Correct: "2",
  Status: "3",
} as const;
export type ExecTransType = (typeof ExecTransType)[keyof typeof ExecTransType];

export const HandlInst = {
  AutomatedExecutionNoIntervention: "1",
  AutomatedExecutionInterventionOk: "2",
  ManualOrder: "3",
} as const;
export type HandlInst = (typeof HandlInst)[keyof typeof HandlInst];

export const IDSource = {
  Cusip: "1",
  Sedol: "2",
  Quik: "3",
  IsinNumber: "4",
  RicCode: "5",
  IsoCurrencyCode: "6",
  IsoCountryCode: "7",
  ExchangeSymbol: "8",
  ConsolidatedTapeAssociation: "9",
} as const;
export type IDSource = (typeof IDSource)[keyof typeof IDSource];

export const LastCapacity = {
  Agent: "1",
  CrossAsAgent: "2",
  CrossAsPrincipal: "3",
  Principal: "4",
} as const;
export type LastCapacity = (typeof LastCapacity)[keyof typeof LastCapacity];

export const OrdStatus = {
  New: "0",
  PartiallyFilled: "1",
  Filled: "2",
  DoneForDay: "3",
  Canceled: "4",
  Replaced: "5",
  PendingCancel: "6",
  Stopped: "7",
  Rejected: "8",
  Suspended: "9",
  PendingNew: "A",
  Calculated: "B",
  Expired: "C",
  AcceptedForBidding: "D",
  PendingReplace: "E",
} as const;
export type OrdStatus = (typeof OrdStatus)[keyof typeof OrdStatus];

export const OrdType = {
  Market: "1",
  Limit: "2",
  Stop: "3",
  StopLimit: "4",
  MarketOnClose: "5",
  WithOrWithout: "6",
  LimitOrBetter: "7",
  LimitWithOrWithout: "8",
  OnBasis: "9",
  OnClose: "A",
  LimitOnClose: "B",
  ForexMarket: "C",
  PreviouslyQuoted: "D",
  PreviouslyIndicated: "E",
  ForexLimit: "F",
  ForexSwap: "G",
  ForexPreviouslyQuoted: "H",
  Funari: "I",
  Pegged: "P",
} as const;
export type OrdType = (typeof OrdType)[keyof typeof OrdType];

export const Rule80A = {
  AgencySingleOrder: "A",
  ShortExemptTransactionB: "B",
  ProgramOrderNonIndexArbForMemberFirmOrg: "C",
  ProgramOrderIndexArbForMemberFirmOrg: "D",
  RegisteredEquityMarketMakerTrades: "E",
  ShortExemptTransactionF: "F",
  ShortExemptTransactionH: "H",
  IndividualInvestorSingleOrder: "I",
  ProgramOrderIndexArbForIndividualCustomer: "J",
  ProgramOrderNonIndexArbForIndividualCustomer: "K",
  ShortExemptTransactionForMemberCompetingMarketMakerAffiliatedWithTheFirmClearingTheTrade: "L",
  ProgramOrderIndexArbForOtherMember: "M",
  ProgramOrderNonIndexArbForOtherMember: "N",
  CompetingDealerTradesO: "O",
  Principal: "P",
  CompetingDealerTradesR: "R",
  SpecialistTrades: "S",
  CompetingDealerTradesT: "T",
  ProgramOrderIndexArbForOtherAgency: "U",
  AllOtherOrdersAsAgentForOtherMember: "W",
  ShortExemptTransactionForMemberCompetingMarketMakerNotAffiliatedWithTheFirmClearingTheTrade: "X",
  ProgramOrderNonIndexArbForOtherAgency: "Y",
  ShortExemptTransactionForNonMemberCompetingMarketMaker: "Z",
} as const;
export type Rule80A = (typeof Rule80A)[keyof typeof Rule80A];

export const Side = {
  Buy: "1",
  Sell: "2",
  BuyMinus: "3",
  SellPlus: "4",
  SellShort: "5",
  SellShortExempt: "6",
  Undisclosed: "7",
  Cross: "8",
  CrossShort: "9",
} as const;
export type Side = (typeof Side)[keyof typeof Side];

export const TimeInForce = {
  Day: "0",
  GoodTillCancel: "1",
  AtTheOpening: "2",
  ImmediateOrCancel: "3",
  FillOrKill: "4",
  GoodTillCrossing: "5",
  GoodTillDate: "6",
} as const;
export type TimeInForce = (typeof TimeInForce)[keyof typeof TimeInForce];

export const Urgency = {
  Normal: "0",
  Flash: "1",
  Background: "2",
} as const;
export type Urgency = (typeof Urgency)[keyof typeof Urgency];

export const SettlmntTyp = {
  Regular: "0",
  Cash: "1",
  NextDay: "2",
  TPlus2: "3",
  TPlus3: "4",
  TPlus4: "5",
  Future: "6",
  WhenAndIfIssued: "7",
  SellersOption: "8",
  TPlus5: "9",
} as const;
export type SettlmntTyp = (typeof SettlmntTyp)[keyof typeof SettlmntTyp];

export const OpenClose = {
  Close: "C",
  Open: "O",
} as const;
export type OpenClose = (typeof OpenClose)[keyof typeof OpenClose];

export const ProcessCode = {
  Regular: "0",
  SoftDollar: "1",
  StepIn: "2",
  StepOut: "3",
  SoftDollarStepIn: "4",
  SoftDollarStepOut: "5",
  PlanSponsor: "6",
} as const;
export type ProcessCode = (typeof ProcessCode)[keyof typeof ProcessCode];

export const EncryptMethod = {
  None: 0,
  Pkcs: 1,
  Des: 2,
  Pkcsdes: 3,
  Pgpdes: 4,
  Pgpdesmd5: 5,
  Pem: 6,
} as const;
export type EncryptMethod = (typeof EncryptMethod)[keyof typeof EncryptMethod];

export const CxlRejReason = {
  TooLateToCancel: 0,
  UnknownOrder: 1,
  BrokerCredit: 2,
  OrderAlreadyInPendingStatus: 3,
} as const;
export type CxlRejReason = (typeof CxlRejReason)[keyof typeof CxlRejReason];

export const OrdRejReason = {
  BrokerCredit: 0,
  UnknownSymbol: 1,
  ExchangeClosed: 2,
  OrderExceedsLimit: 3,
  TooLateToEnter: 4,
  UnknownOrder: 5,
  DuplicateOrder: 6,
  DuplicateOfAVerballyCommunicatedOrder: 7,
  StaleOrder: 8,
} as const;
export type OrdRejReason = (typeof OrdRejReason)[keyof typeof OrdRejReason];

export const DKReason = {
  UnknownSymbol: "A",
  WrongSide: "B",
  QuantityExceedsOrder: "C",
  NoMatchingOrder: "D",
  PriceExceedsLimit: "E",
  Other: "Z",
} as const;
export type DKReason = (typeof DKReason)[keyof typeof DKReason];

export const ExecType = {
  New: "0",
  PartialFill: "1",
  Fill: "2",
  DoneForDay: "3",
  Canceled: "4",
  Replaced: "5",
  PendingCancel: "6",
  Stopped: "7",
  Rejected: "8",
  Suspended: "9",
  PendingNew: "A",
  Calculated: "B",
  Expired: "C",
  Restated: "D",
  PendingReplace: "E",
} as const;
export type ExecType = (typeof ExecType)[keyof typeof ExecType];

export const SettlCurrFxRateCalc = {
  Multiply: "M",
  Divide: "D",
} as const;
export type SettlCurrFxRateCalc = (typeof SettlCurrFxRateCalc)[keyof typeof SettlCurrFxRateCalc];

export const SettlInstMode = {
  Default: "0",
  StandingInstructionsProvided: "1",
  SpecificAllocationAccountOverriding: "2",
  SpecificAllocationAccountStanding: "3",
} as const;
export type SettlInstMode = (typeof SettlInstMode)[keyof typeof SettlInstMode];

export const SecurityType = {
  Wildcard: "?",
  BankersAcceptance: "BA",
  ConvertibleBond: "CB",
  CertificateOfDeposit: "CD",
  CollateralizedMortgageObligation: "CMO",
  CorporateBond: "CORP",
  CommercialPaper: "CP",
  CorporatePrivatePlacement: "CPP",
  CommonStock: "CS",
  FederalHousingAuthority: "FHA",
  FederalHomeLoan: "FHL",
  FederalNationalMortgageAssociation: "FN",
  ForeignExchangeContract: "FOR",
  Future: "FUT",
  GovernmentNationalMortgageAssociation: "GN",
  TreasuriesPlusAgencyDebenture: "GOVT",
  IoetteMortgage: "IET",
  MutualFund: "MF",
  MortgageInterestOnly: "MIO",
  MortgagePrincipalOnly: "MPO",
  MortgagePrivatePlacement: "MPP",
  MiscellaneousPassThrough: "MPT",
  MunicipalBond: "MUNI",
  NoSecurityType: "NONE",
  Option: "OPT",
  PreferredStock: "PS",
  RepurchaseAgreement: "RP",
  ReverseRepurchaseAgreement: "RVRP",
  StudentLoanMarketingAssociation: "SL",
  TimeDeposit: "TD",
  UsTreasuryBillOld: "USTB",
  Warrant: "WAR",
  CatsTigersLions: "ZOO",
} as const;
export type SecurityType = (typeof SecurityType)[keyof typeof SecurityType];

export const PutOrCall = {
  Put: 0,
  Call: 1,
} as const;
export type PutOrCall = (typeof PutOrCall)[keyof typeof PutOrCall];

export const CoveredOrUncovered = {
  Covered: 0,
  Uncovered: 1,
} as const;
export type CoveredOrUncovered = (typeof CoveredOrUncovered)[keyof typeof CoveredOrUncovered];

export const CustomerOrFirm = {
  Customer: 0,
  Firm: 1,
} as const;
export type CustomerOrFirm = (typeof CustomerOrFirm)[keyof typeof CustomerOrFirm];

export const RoutingType = {
  TargetFirm: 1,
  TargetList: 2,
  BlockFirm: 3,
  BlockList: 4,
} as const;
export type RoutingType = (typeof RoutingType)[keyof typeof RoutingType];

export const SubscriptionRequestType = {
  Snapshot: "0",
  SnapshotAndUpdates: "1",
  DisablePreviousSnapshot: "2",
} as const;
export type SubscriptionRequestType = (typeof SubscriptionRequestType)[keyof typeof SubscriptionRequestType];

export const MDUpdateType = {
  FullRefresh: 0,
  IncrementalRefresh: 1,
} as const;
export type MDUpdateType = (typeof MDUpdateType)[keyof typeof MDUpdateType];

export const MDEntryType = {
  Bid: "0",
  Offer: "1",
  Trade: "2",
  IndexValue: "3",
  OpeningPrice: "4",
  ClosingPrice: "5",
  SettlementPrice: "6",
  TradingSessionHighPrice: "7",
  TradingSessionLowPrice: "8",
  Vwap: "9",
} as const;
export type MDEntryType = (typeof MDEntryType)[keyof typeof MDEntryType];

export const TickDirection = {
  PlusTick: "0",
  ZeroPlusTick: "1",
  MinusTick: "2",
  ZeroMinusTick: "3",
} as const;
export type TickDirection = (typeof TickDirection)[keyof typeof TickDirection];

export const QuoteCondition = {
  Open: "A",
  Closed: "B",
  ExchangeBest: "C",
  ConsolidatedBest: "D",
  Locked: "E",
  Crossed: "F",
  Depth: "G",
  FastTrading: "H",
  NonFirm: "I",
} as const;
export type QuoteCondition = (typeof QuoteCondition)[keyof typeof QuoteCondition];

export const TradeCondition = {
  Cash: "A",
  AveragePriceTrade: "B",
  CashTrade: "C",
  NextDay: "D",
  Opening: "E",
  IntradayTradeDetail: "F",
  Rule127Trade: "G",
  Rule155Trade: "H",
  SoldLast: "I",
  NextDayTrade: "J",
  Opened: "K",
  Seller: "L",
  Sold: "M",
  StoppedStock: "N",
} as const;
export type TradeCondition = (typeof TradeCondition)[keyof typeof TradeCondition];

export const MDUpdateAction = {
  New: "0",
  Change: "1",
  Delete: "2",
} as const;
export type MDUpdateAction = (typeof MDUpdateAction)[keyof typeof MDUpdateAction];

export const MDReqRejReason = {
  UnknownSymbol: "0",
  DuplicateMdReqId: "1",
  InsufficientBandwidth: "2",
  InsufficientPermissions: "3",
  UnsupportedSubscriptionRequestType: "4",
  UnsupportedMarketDepth: "5",
  UnsupportedMdUpdateType: "6",
  UnsupportedAggregatedBook: "7",
  UnsupportedMdEntryType: "8",
} as const;
export type MDReqRejReason = (typeof MDReqRejReason)[keyof typeof MDReqRejReason];

export const DeleteReason = {
  Cancellation: "0",
  Error: "1",
} as const;
export type DeleteReason = (typeof DeleteReason)[keyof typeof DeleteReason];

export const OpenCloseSettleFlag = {
  DailyOpen: "0",
  SessionOpen: "1",
  DeliverySettlementEntry: "2",
} as const;
export type OpenCloseSettleFlag = (typeof OpenCloseSettleFlag)[keyof typeof OpenCloseSettleFlag];

export const FinancialStatus = {
  Bankrupt: "1",
} as const;
export type FinancialStatus = (typeof FinancialStatus)[keyof typeof FinancialStatus];

export const CorporateAction = {
  ExDividend: "A",
  ExDistribution: "B",
  ExRights: "C",
  New: "D",
  ExInterest: "E",
} as const;
export type CorporateAction = (typeof CorporateAction)[keyof typeof CorporateAction];

export const QuoteCancelType = {
  CancelForOneOrMoreSecurities: 1,
  CancelForSecurityType: 2,
  CancelForUnderlyingSecurity: 3,
  CancelAllQuotes: 4,
} as const;
export type QuoteCancelType = (typeof QuoteCancelType)[keyof typeof QuoteCancelType];

export const QuoteResponseLevel = {
  NoAcknowledgement: 0,
  AcknowledgeOnlyNegativeOrErroneousQuotes: 1,
  AcknowledgeEachQuoteMessage: 2,
} as const;
export type QuoteResponseLevel = (typeof QuoteResponseLevel)[keyof typeof QuoteResponseLevel];

export const QuoteRequestType = {
  Manual: 1,
  Automatic: 2,
} as const;
export type QuoteRequestType = (typeof QuoteRequestType)[keyof typeof QuoteRequestType];

export const SecurityTradingStatus = {
  OpeningDelay: 1,
  MarketOnCloseImbalanceSell: 10,
  NoMarketImbalance: 12,
  NoMarketOnCloseImbalance: 13,
  ItsPreOpening: 14,
  NewPriceIndication: 15,
  TradeDisseminationTime: 16,
  ReadyToTrade: 17,
  NotAvailableForTrading: 18,
  NotTradedOnThisMarket: 19,
  TradingHalt: 2,
  UnknownOrInvalid: 20,
  Resume: 3,
  NoOpen: 4,
  PriceIndication: 5,
  TradingRangeIndication: 6,
  MarketImbalanceBuy: 7,
  MarketImbalanceSell: 8,
  MarketOnCloseImbalanceBuy: 9,
} as const;
export type SecurityTradingStatus = (typeof SecurityTradingStatus)[keyof typeof SecurityTradingStatus];

export const HaltReasonChar = {
  NewsDissemination: "D",
  OrderInflux: "E",
  OrderImbalance: "I",
  AdditionalInformation: "M",
  NewsPending: "P",
  EquipmentChangeover: "X",
} as const;
export type HaltReasonChar = (typeof HaltReasonChar)[keyof typeof HaltReasonChar];

export const Adjustment = {
  Cancel: 1,
  Error: 2,
  Correction: 3,
} as const;
export type Adjustment = (typeof Adjustment)[keyof typeof Adjustment];

export const TradSesMethod = {
  Electronic: 1,
  OpenOutcry: 2,
  TwoParty: 3,
} as const;
export type TradSesMethod = (typeof TradSesMethod)[keyof typeof TradSesMethod];

export const TradSesMode = {
  Testing: 1,
  Simulated: 2,
  Production: 3,
} as const;
export type TradSesMode = (typeof TradSesMode)[keyof typeof TradSesMode];

export const TradSesStatus = {
  Halted: 1,
  Open: 2,
  Closed: 3,
  PreOpen: 4,
  PreClose: 5,
} as const;
export type TradSesStatus = (typeof TradSesStatus)[keyof typeof TradSesStatus];

export const SessionRejectReason = {
  InvalidTagNumber: 0,
  RequiredTagMissing: 1,
  SendingTimeAccuracyProblem: 10,
  InvalidMsgType: 11,
  TagNotDefinedForThisMessageType: 2,
  UndefinedTag: 3,
  TagSpecifiedWithoutAValue: 4,
  ValueIsIncorrect: 5,
  IncorrectDataFormatForValue: 6,
  DecryptionProblem: 7,
  SignatureProblem: 8,
  CompIdProblem: 9,
} as const;
export type SessionRejectReason = (typeof SessionRejectReason)[keyof typeof SessionRejectReason];

export const ExecRestatementReason = {
  GtCorporateAction: 0,
  GtRenewal: 1,
  VerbalChange: 2,
  RepricingOfOrder: 3,
  BrokerOption: 4,
  PartialDeclineOfOrderQty: 5,
} as const;
export type ExecRestatementReason = (typeof ExecRestatementReason)[keyof typeof ExecRestatementReason];

export const BusinessRejectReason = {
  Other: 0,
  UnknownId: 1,
  UnknownSecurity: 2,
  UnsupportedMessageType: 3,
  ApplicationNotAvailable: 4,
  ConditionallyRequiredFieldMissing: 5,
} as const;
export type BusinessRejectReason = (typeof BusinessRejectReason)[keyof typeof BusinessRejectReason];

export const MsgDirection = {
  Receive: "R",
  Send: "S",
} as const;
export type MsgDirection = (typeof MsgDirection)[keyof typeof MsgDirection];

export const DiscretionInst = {
  RelatedToDisplayedPrice: "0",
  RelatedToMarketPrice: "1",
  RelatedToPrimaryPrice: "2",
  RelatedToLocalPrimaryPrice: "3",
  RelatedToMidpointPrice: "4",
  RelatedToLastTradePrice: "5",
} as const;
export type DiscretionInst = (typeof DiscretionInst)[keyof typeof DiscretionInst];

export const ProgRptReqs = {
  BuySideRequests: 1,
  SellSideSends: 2,
  RealTimeExecutionReports: 3,
} as const;
export type ProgRptReqs = (typeof ProgRptReqs)[keyof typeof ProgRptReqs];

export const GTBookingInst = {
  BookOutAllTradesOnDayOfExecution: 0,
  AccumulateUntilFilledOrExpired: 1,
  AccumulateUntilVerballyNotifiedOtherwise: 2,
} as const;
export type GTBookingInst = (typeof GTBookingInst)[keyof typeof GTBookingInst];

export const ListExecInstType = {
  Immediate: "1",
  WaitForInstruction: "2",
} as const;
export type ListExecInstType = (typeof ListExecInstType)[keyof typeof ListExecInstType];

export const CxlRejResponseTo = {
  OrderCancelRequest: "1",
  OrderCancelReplaceRequest: "2",
} as const;
export type CxlRejResponseTo = (typeof CxlRejResponseTo)[keyof typeof CxlRejResponseTo];

export const MultiLegReportingType = {
  SingleSecurity: "1",
  IndividualLegOfAMultiLegSecurity: "2",
  MultiLegSecurity: "3",
} as const;
export type MultiLegReportingType = (typeof MultiLegReportingType)[keyof typeof MultiLegReportingType];
