/**
 * Values of enumerated fields of FIX.4.4, by name.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */

export const CommType = {
  PerUnit: "1",
  Percent: "2",
  Absolute: "3",
  PercentageWaivedCashDiscount: "4",
  PercentageWaivedEnhancedUnits: "5",
  PointsPerBondOrContract: "6",
} as const;
export type CommType = (typeof CommType)[keyof typeof CommType];

export const ExecInst = {
  NotHeld: "1",
  Work: "2",
  GoAlong: "3",
  OverTheDay: "4",
  Held: "5",
  ParticipateDoNotInitiate: "6",
  StrictScale: "7",
  TryToScale: "8",
  StayOnBidSide: "9",
  StayOnOfferSide: "0",
  NoCross: "A",
  OkToCross: "B",
  CallFirst: "C",
  PercentOfVolume: "D",
  DoNotIncrease: "E",
  DoNotReduce: "F",
  AllOrNone: "G",
  ReinstateOnSystemFailure: "H",
  InstitutionsOnly: "I",
  ReinstateOnTradingHalt: "J",
  CancelOnTradingHalt: "K",
  LastPeg: "L",
  MidPricePeg: "M",
  NonNegotiable: "N",
  OpeningPeg: "O",
  MarketPeg: "P",
  CancelOnSystemFailure: "Q",
  PrimaryPeg: "R",
  Suspend: "S",
  CustomerDisplayInstruction: "U",
  Netting: "V",
  PegToVwap: "W",
  TradeAlong: "X",
  TryToStop: "Y",
  CancelIfNotBest: "Z",
  TrailingStopPeg: "a",
  StrictLimit: "b",
  IgnorePriceValidityChecks: "c",
  PegToLimitPrice: "d",
  WorkToTargetStrategy: "e",
} as const;
export type ExecInst = (typeof ExecInst)[keyof typeof ExecInst];

export const HandlInst = {
  AutomatedExecutionNoIntervention: "1",
  AutomatedExecutionInterventionOk: "2",
  ManualOrder: "3",
} as const;
export type HandlInst = (typeof HandlInst)[keyof typeof HandlInst];

export const SecurityIDSource = {
  Cusip: "1",
  Sedol: "2",
  Quik: "3",
  IsinNumber: "4",
  RicCode: "5",
  IsoCurrencyCode: "6",
  IsoCountryCode: "7",
  ExchangeSymbol: "8",
  ConsolidatedTapeAssociation: "9",
  BloombergSymbol: "A",
  Wertpapier: "B",
  Dutch: "C",
  Valoren: "D",
  Sicovam: "E",
  Belgian: "F",
  Common: "G",
  ClearingHouse: "H",
  IsdaFpMlSpecification: "I",
  OptionPriceReportingAuthority: "J",
} as const;
export type SecurityIDSource = (typeof SecurityIDSource)[keyof typeof SecurityIDSource];

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
  WithOrWithout: "6",
  LimitOrBetter: "7",
  LimitWithOrWithout: "8",
  OnBasis: "9",
  PreviouslyQuoted: "D",
  PreviouslyIndicated: "E",
  ForexSwap: "G",
  Funari: "I",
  MarketIfTouched: "J",
  MarketWithLeftOverAsLimit: "K",
  PreviousFundValuationPoint: "L",
  NextFundValuationPoint: "M",
  Pegged: "P",
} as const;
export type OrdType = (typeof OrdType)[keyof typeof OrdType];

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
  CrossShortExempt: "A",
  AsDefined: "B",
  Opposite: "C",
  Subscribe: "D",
  Redeem: "E",
  Lend: "F",
  Borrow: "G",
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
  AtTheClose: "7",
} as const;
export type TimeInForce = (typeof TimeInForce)[keyof typeof TimeInForce];

export const Urgency = {
  Normal: "0",
  Flash: "1",
  Background: "2",
} as const;
export type Urgency = (typeof Urgency)[keyof typeof Urgency];

export const SettlType = {
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
export type SettlType = (typeof SettlType)[keyof typeof SettlType];

export const PositionEffect = {
  Open: "O",
  Close: "C",
  Rolled: "R",
  Fifo: "F",
} as const;
export type PositionEffect = (typeof PositionEffect)[keyof typeof PositionEffect];

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
  UnableToProcessOrderMassCancelRequest: 4,
  OrigOrdModTime: 5,
  DuplicateClOrdId: 6,
  Other: 99,
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
  TradeAlongRequired: 9,
  InvalidInvestorId: 10,
  UnsupportedOrderCharacteristic: 11,
  IncorrectQuantity: 13,
  IncorrectAllocatedQuantity: 14,
  UnknownAccount: 15,
  Other: 99,
} as const;
export type OrdRejReason = (typeof OrdRejReason)[keyof typeof OrdRejReason];

export const DKReason = {
  UnknownSymbol: "A",
  WrongSide: "B",
  QuantityExceedsOrder: "C",
  NoMatchingOrder: "D",
  PriceExceedsLimit: "E",
  CalculationDifference: "F",
  Other: "Z",
} as const;
export type DKReason = (typeof DKReason)[keyof typeof DKReason];

export const MiscFeeType = {
  Regulatory: "1",
  Tax: "2",
  LocalCommission: "3",
  ExchangeFees: "4",
  Stamp: "5",
  Levy: "6",
  Other: "7",
  Markup: "8",
  ConsumptionTax: "9",
  PerTransaction: "10",
  Conversion: "11",
  Agent: "12",
} as const;
export type MiscFeeType = (typeof MiscFeeType)[keyof typeof MiscFeeType];

export const ExecType = {
  New: "0",
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
  Trade: "F",
  TradeCorrect: "G",
  TradeCancel: "H",
  OrderStatus: "I",
} as const;
export type ExecType = (typeof ExecType)[keyof typeof ExecType];

export const SettlCurrFxRateCalc = {
  Multiply: "M",
  Divide: "D",
} as const;
export type SettlCurrFxRateCalc = (typeof SettlCurrFxRateCalc)[keyof typeof SettlCurrFxRateCalc];

export const SettlInstMode = {
  StandingInstructionsProvided: "1",
  SpecificOrderForASingleAccount: "4",
  RequestReject: "5",
} as const;
export type SettlInstMode = (typeof SettlInstMode)[keyof typeof SettlInstMode];

export const SecurityType = {
  Future: "FUT",
  Option: "OPT",
  EuroSupranationalCoupons: "EUSUPRA",
  FederalAgencyCoupon: "FAC",
  FederalAgencyDiscountNote: "FADN",
  PrivateExportFunding: "PEF",
  UsdSupranationalCoupons: "SUPRA",
  CorporateBond: "CORP",
  CorporatePrivatePlacement: "CPP",
  ConvertibleBond: "CB",
  DualCurrency: "DUAL",
  EuroCorporateBond: "EUCORP",
  IndexedLinked: "XLINKD",
  StructuredNotes: "STRUCT",
  YankeeCorporateBond: "YANK",
  ForeignExchangeContract: "FOR",
  CommonStock: "CS",
  PreferredStock: "PS",
  BradyBond: "BRADY",
  EuroSovereigns: "EUSOV",
  UsTreasuryBond: "TBOND",
  InterestStripFromAnyBondOrNote: "TINT",
  TreasuryInflationProtectedSecurities: "TIPS",
  PrincipalStripOfACallableBondOrNote: "TCAL",
  PrincipalStripFromANonCallableBondOrNote: "TPRN",
  UsTreasuryNoteOld: "UST",
  UsTreasuryBillOld: "USTB",
  UsTreasuryNote: "TNOTE",
  UsTreasuryBill: "TBILL",
  Repurchase: "REPO",
  Forward: "FORWARD",
  BuySellback: "BUYSELL",
  SecuritiesLoan: "SECLOAN",
  SecuritiesPledge: "SECPLEDGE",
  TermLoan: "TERM",
  RevolverLoan: "RVLV",
  Revolver: "RVLVTRM",
  BridgeLoan: "BRIDGE",
  LetterOfCredit: "LOFC",
  SwingLineFacility: "SWING",
  DebtorInPossession: "DINP",
  Defaulted: "DEFLTED",
  Withdrawn: "WITHDRN",
  Replaced: "REPLACD",
  Matured: "MATURED",
  Amended: "AMENDED",
  Retired: "RETIRED",
  BankersAcceptance: "BA",
  BankNotes: "BN",
  BillOfExchanges: "BOX",
  CertificateOfDeposit: "CD",
  CallLoans: "CL",
  CommercialPaper: "CP",
  DepositNotes: "DN",
  EuroCertificateOfDeposit: "EUCD",
  EuroCommercialPaper: "EUCP",
  LiquidityNote: "LQN",
  MediumTermNotes: "MTN",
  Overnight: "ONITE",
  PromissoryNote: "PN",
  PlazosFijos: "PZFJ",
  ShortTermLoanNote: "STN",
  TimeDeposit: "TD",
  ExtendedCommNote: "XCN",
  YankeeCertificateOfDeposit: "YCD",
  AssetBackedSecurities: "ABS",
  Corp: "CMBS",
  CollateralizedMortgageObligation: "CMO",
  IoetteMortgage: "IET",
  MortgageBackedSecurities: "MBS",
  MortgageInterestOnly: "MIO",
  MortgagePrincipalOnly: "MPO",
  MortgagePrivatePlacement: "MPP",
  MiscellaneousPassThrough: "MPT",
  Pfandbrief: "PFAND",
  ToBeAnnounced: "TBA",
  OtherAnticipationNotes: "AN",
  CertificateOfObligation: "COFO",
  CertificateOfParticipation: "COFP",
  GeneralObligationBonds: "GO",
  MandatoryTender: "MT",
  RevenueAnticipationNote: "RAN",
  RevenueBonds: "REV",
  SpecialAssessment: "SPCLA",
  SpecialObligation: "SPCLO",
  SpecialTax: "SPCLT",
  TaxAnticipationNote: "TAN",
  TaxAllocation: "TAXA",
  TaxExemptCommercialPaper: "TECP",
  TaxRevenueAnticipationNote: "TRAN",
  VariableRateDemandNote: "VRDN",
  Warrant: "WAR",
  MutualFund: "MF",
  MultilegInstrument: "MLEG",
  NoSecurityType: "NONE",
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

export const RoutingType = {
  TargetFirm: 1,
  TargetList: 2,
  BlockFirm: 3,
  BlockList: 4,
} as const;
export type RoutingType = (typeof RoutingType)[keyof typeof RoutingType];

export const StipulationType = {
  AlternativeMinimumTax: "AMT",
  AutoReinvestment: "AUTOREINV",
  BankQualified: "BANKQUAL",
  BargainConditions: "BGNCON",
  CouponRange: "COUPON",
  IsoCurrencyCode: "CURRENCY",
  CustomStart: "CUSTOMDATE",
  Geographics: "GEOG",
  ValuationDiscount: "HAIRCUT",
  Insured: "INSURED",
  IssueDate: "ISSUE",
  Issuer: "ISSUER",
  IssueSizeRange: "ISSUESIZE",
  LookbackDays: "LOOKBACK",
  ExplicitLotIdentifier: "LOT",
  LotVariance: "LOTVAR",
  MaturityYearAndMonth: "MAT",
  MaturityRange: "MATURITY",
  MaximumSubstitutions: "MAXSUBS",
  MinimumQuantity: "MINQTY",
  MinimumIncrement: "MININCR",
  MinimumDenomination: "MINDNOM",
  PaymentFrequency: "PAYFREQ",
  NumberOfPieces: "PIECES",
  PoolsMaximum: "PMAX",
  PoolsPerMillion: "PPM",
  PoolsPerLot: "PPL",
  PoolsPerTrade: "PPT",
  PriceRange: "PRICE",
  PricingFrequency: "PRICEFREQ",
  ProductionYear: "PROD",
  CallProtection: "PROTECT",
  Purpose: "PURPOSE",
  BenchmarkPriceSource: "PXSOURCE",
  RatingSourceAndRange: "RATING",
  TypeOfRedemption: "REDEMPTION",
  Restricted: "RESTRICTED",
  MarketSector: "SECTOR",
  SecurityTypeIncludedOrExcluded: "SECTYPE",
  Structure: "STRUCT",
  SubstitutionsFrequency: "SUBSFREQ",
  SubstitutionsLeft: "SUBSLEFT",
  FreeformText: "TEXT",
  TradeVariance: "TRDVAR",
  WeightedAverageCoupon: "WAC",
  WeightedAverageLifeCoupon: "WAL",
  WeightedAverageLoanAge: "WALA",
  WeightedAverageMaturity: "WAM",
  WholePool: "WHOLE",
  YieldRange: "YIELD",
} as const;
export type StipulationType = (typeof StipulationType)[keyof typeof StipulationType];

export const YieldType = {
  AfterTaxYield: "AFTERTAX",
  AnnualYield: "ANNUAL",
  YieldAtIssue: "ATISSUE",
  YieldToAverageMaturity: "AVGMATURITY",
  BookYield: "BOOK",
  YieldToNextCall: "CALL",
  YieldChangeSinceClose: "CHANGE",
  ClosingYield: "CLOSE",
  CompoundYield: "COMPOUND",
  CurrentYield: "CURRENT",
  TrueGrossYield: "GROSS",
  GvntEquivalentYield: "GOVTEQUIV",
  YieldWithInflationAssumption: "INFLATION",
  InverseFloaterBondYield: "INVERSEFLOATER",
  MostRecentClosingYield: "LASTCLOSE",
  ClosingYieldMostRecentMonth: "LASTMONTH",
  ClosingYieldMostRecentQuarter: "LASTQUARTER",
  ClosingYieldMostRecentYear: "LASTYEAR",
  YieldToLongestAverageLife: "LONGAVGLIFE",
  MarkToMarketYield: "MARK",
  YieldToMaturity: "MATURITY",
  YieldToNextRefund: "NEXTREFUND",
  OpenAverageYield: "OPENAVG",
  YieldToNextPut: "PUT",
  PreviousCloseYield: "PREVCLOSE",
  ProceedsYield: "PROCEEDS",
  SemiAnnualYield: "SEMIANNUAL",
  YieldToShortestAverageLife: "SHORTAVGLIFE",
  SimpleYield: "SIMPLE",
  TaxEquivalentYield: "TAXEQUIV",
  YieldToTenderDate: "TENDER",
  TrueYield: "TRUE",
  YieldValueOf132: "VALUE1/32",
  YieldToWorst: "WORST",
} as const;
export type YieldType = (typeof YieldType)[keyof typeof YieldType];

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
  Imbalance: "A",
  TradeVolume: "B",
  OpenInterest: "C",
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
  ImbalanceMoreBuyers: "P",
  ImbalanceMoreSellers: "Q",
  OpeningPrice: "R",
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
  UnsupportedTradingSessionId: "9",
  UnsupportedScope: "A",
  UnsupportedOpenCloseSettleFlag: "B",
  UnsupportedMdImplicitDelete: "C",
} as const;
export type MDReqRejReason = (typeof MDReqRejReason)[keyof typeof MDReqRejReason];

export const DeleteReason = {
  Cancellation: "0",
  Error: "1",
} as const;
export type DeleteReason = (typeof DeleteReason)[keyof typeof DeleteReason];

export const OpenCloseSettlFlag = {
  DailyOpen: "0",
  SessionOpen: "1",
  DeliverySettlementEntry: "2",
  ExpectedEntry: "3",
  EntryFromPreviousBusinessDay: "4",
  TheoreticalPriceValue: "5",
} as const;
export type OpenCloseSettlFlag = (typeof OpenCloseSettlFlag)[keyof typeof OpenCloseSettlFlag];

export const FinancialStatus = {
  Bankrupt: "1",
  PendingDelisting: "2",
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

export const QuoteStatus = {
  Accepted: 0,
  CancelForSymbol: 1,
  CanceledForSecurityType: 2,
  CanceledForUnderlying: 3,
  CanceledAll: 4,
  Rejected: 5,
  RemovedFromMarket: 6,
  Expired: 7,
  Query: 8,
  QuoteNotFound: 9,
  Pending: 10,
  Pass: 11,
  LockedMarketWarning: 12,
  CrossMarketWarning: 13,
  CanceledDueToLockMarket: 14,
  CanceledDueToCrossMarket: 15,
} as const;
export type QuoteStatus = (typeof QuoteStatus)[keyof typeof QuoteStatus];

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
  TradingHalt: 2,
  Resume: 3,
  NoOpen: 4,
  PriceIndication: 5,
  TradingRangeIndication: 6,
  MarketImbalanceBuy: 7,
  MarketImbalanceSell: 8,
  MarketOnCloseImbalanceBuy: 9,
  MarketOnCloseImbalanceSell: 10,
  NoMarketImbalance: 12,
  NoMarketOnCloseImbalance: 13,
  ItsPreOpening: 14,
  NewPriceIndication: 15,
  TradeDisseminationTime: 16,
  ReadyToTrade: 17,
  NotAvailableForTrading: 18,
  NotTradedOnThisMarket: 19,
  UnknownOrInvalid: 20,
  PreOpen: 21,
  OpeningRotation: 22,
  FastMarket: 23,
} as const;
export type SecurityTradingStatus = (typeof SecurityTradingStatus)[keyof typeof SecurityTradingStatus];

export const HaltReasonChar = {
  OrderImbalance: "I",
  EquipmentChangeover: "X",
  NewsPending: "P",
  NewsDissemination: "D",
  OrderInflux: "E",
  AdditionalInformation: "M",
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
  Unknown: 0,
  Halted: 1,
  Open: 2,
  Closed: 3,
  PreOpen: 4,
  PreClose: 5,
  RequestRejected: 6,
} as const;
export type TradSesStatus = (typeof TradSesStatus)[keyof typeof TradSesStatus];

export const SessionRejectReason = {
  InvalidTagNumber: 0,
  RequiredTagMissing: 1,
  TagNotDefinedForThisMessageType: 2,
  UndefinedTag: 3,
  TagSpecifiedWithoutAValue: 4,
  ValueIsIncorrect: 5,
  IncorrectDataFormatForValue: 6,
  DecryptionProblem: 7,
  SignatureProblem: 8,
  CompIdProblem: 9,
  SendingTimeAccuracyProblem: 10,
  InvalidMsgType: 11,
  XmlValidationError: 12,
  TagAppearsMoreThanOnce: 13,
  TagSpecifiedOutOfRequiredOrder: 14,
  RepeatingGroupFieldsOutOfOrder: 15,
  IncorrectNumInGroupCountForRepeatingGroup: 16,
  NonDataValueIncludesFieldDelimiter: 17,
  Other: 99,
} as const;
export type SessionRejectReason = (typeof SessionRejectReason)[keyof typeof SessionRejectReason];

export const ExecRestatementReason = {
  GtCorporateAction: 0,
  GtRenewal: 1,
  VerbalChange: 2,
  RepricingOfOrder: 3,
  BrokerOption: 4,
  PartialDeclineOfOrderQty: 5,
  CancelOnTradingHalt: 6,
  CancelOnSystemFailure: 7,
  Market: 8,
  Canceled: 9,
  WarehouseRecap: 10,
  Other: 99,
} as const;
export type ExecRestatementReason = (typeof ExecRestatementReason)[keyof typeof ExecRestatementReason];

export const BusinessRejectReason = {
  Other: 0,
  UnknownId: 1,
  UnknownSecurity: 2,
  UnsupportedMessageType: 3,
  ApplicationNotAvailable: 4,
  ConditionallyRequiredFieldMissing: 5,
  NotAuthorized: 6,
  DeliverToFirmNotAvailableAtThisTime: 7,
} as const;
export type BusinessRejectReason = (typeof BusinessRejectReason)[keyof typeof BusinessRejectReason];

export const MsgDirection = {
  Send: "S",
  Receive: "R",
} as const;
export type MsgDirection = (typeof MsgDirection)[keyof typeof MsgDirection];

export const DiscretionInst = {
  RelatedToDisplayedPrice: "0",
  RelatedToMarketPrice: "1",
  RelatedToPrimaryPrice: "2",
  RelatedToLocalPrimaryPrice: "3",
  RelatedToMidpointPrice: "4",
  RelatedToLastTradePrice: "5",
  RelatedToVwap: "6",
} as const;
export type DiscretionInst = (typeof DiscretionInst)[keyof typeof DiscretionInst];

export const BidType = {
  NonDisclosed: 1,
  Disclosed: 2,
  NoBiddingProcess: 3,
} as const;
export type BidType = (typeof BidType)[keyof typeof BidType];

export const SideValueInd = {
  SideValue1: 1,
  SideValue2: 2,
} as const;
export type SideValueInd = (typeof SideValueInd)[keyof typeof SideValueInd];

export const ProgRptReqs = {
  BuySideRequests: 1,
  SellSideSends: 2,
  RealTimeExecutionReports: 3,
} as const;
export type ProgRptReqs = (typeof ProgRptReqs)[keyof typeof ProgRptReqs];

export const PriceType = {
  Percentage: 1,
  PerUnit: 2,
  FixedAmount: 3,
  Discount: 4,
  Premium: 5,
  Spread: 6,
  TedPrice: 7,
  TedYield: 8,
  Yield: 9,
  FixedCabinetTradePrice: 10,
  VariableCabinetTradePrice: 11,
} as const;
export type PriceType = (typeof PriceType)[keyof typeof PriceType];

export const GTBookingInst = {
  BookOutAllTradesOnDayOfExecution: 0,
  AccumulateUntilFilledOrExpired: 1,
  AccumulateUntilVerballyNotifiedOtherwise: 2,
} as const;
export type GTBookingInst = (typeof GTBookingInst)[keyof typeof GTBookingInst];

export const ListStatusType = {
  Ack: 1,
  Response: 2,
  Timed: 3,
  ExecStarted: 4,
  AllDone: 5,
  Alert: 6,
} as const;
export type ListStatusType = (typeof ListStatusType)[keyof typeof ListStatusType];

export const ListOrderStatus = {
  InBiddingProcess: 1,
  ReceivedForExecution: 2,
  Executing: 3,
  Cancelling: 4,
  Alert: 5,
  AllDone: 6,
  Reject: 7,
} as const;
export type ListOrderStatus = (typeof ListOrderStatus)[keyof typeof ListOrderStatus];

export const ListExecInstType = {
  Immediate: "1",
  WaitForInstruction: "2",
  SellDriven: "3",
  BuyDrivenCashTopUp: "4",
  BuyDrivenCashWithdraw: "5",
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

export const PartyIDSource = {
  Bic: "B",
  GeneralIdentifier: "C",
  Proprietary: "D",
  IsoCountryCode: "E",
  SettlementEntityLocation: "F",
  Mic: "G",
  CsdParticipant: "H",
  KoreanInvestorId: "1",
  TaiwaneseForeignInvestorId: "2",
  TaiwaneseTradingAcct: "3",
  MalaysianCentralDepository: "4",
  ChineseInvestorId: "5",
  UkNationalInsuranceOrPensionNumber: "6",
  UsSocialSecurityNumber: "7",
  UsEmployerOrTaxIdNumber: "8",
  AustralianBusinessNumber: "9",
  AustralianTaxFileNumber: "A",
  IsitcAcronym: "I",
} as const;
export type PartyIDSource = (typeof PartyIDSource)[keyof typeof PartyIDSource];

export const PartyRole = {
  ExecutingFirm: 1,
  BrokerOfCredit: 2,
  ClientId: 3,
  ClearingFirm: 4,
  InvestorId: 5,
  IntroducingFirm: 6,
  EnteringFirm: 7,
  Locate: 8,
  FundManagerClientId: 9,
  SettlementLocation: 10,
  OrderOriginationTrader: 11,
  ExecutingTrader: 12,
  OrderOriginationFirm: 13,
  GiveupClearingFirmDepr: 14,
  CorrespondantClearingFirm: 15,
  ExecutingSystem: 16,
  ContraFirm: 17,
  ContraClearingFirm: 18,
  SponsoringFirm: 19,
  UnderlyingContraFirm: 20,
  ClearingOrganization: 21,
  Exchange: 22,
  CustomerAccount: 24,
  CorrespondentClearingOrganization: 25,
  CorrespondentBroker: 26,
  Buyer: 27,
  Custodian: 28,
  Intermediary: 29,
  Agent: 30,
  SubCustodian: 31,
  Beneficiary: 32,
  InterestedParty: 33,
  RegulatoryBody: 34,
  LiquidityProvider: 35,
  EnteringTrader: 36,
  ContraTrader: 37,
  PositionAccount: 38,
} as const;
export type PartyRole = (typeof PartyRole)[keyof typeof PartyRole];

export const Product = {
  Agency: 1,
  Commodity: 2,
  Corporate: 3,
  Currency: 4,
  Equity: 5,
  Government: 6,
  Index: 7,
  Loan: 8,
  Moneymarket: 9,
  Mortgage: 10,
  Municipal: 11,
  Other: 12,
  Financing: 13,
} as const;
export type Product = (typeof Product)[keyof typeof Product];

export const RoundingDirection = {
  RoundToNearest: "0",
  RoundDown: "1",
  RoundUp: "2",
} as const;
export type RoundingDirection = (typeof RoundingDirection)[keyof typeof RoundingDirection];

export const CancellationRights = {
  Yes: "Y",
  NoExecutionOnly: "N",
  NoWaiverAgreement: "M",
  NoInstitutional: "O",
} as const;
export type CancellationRights = (typeof CancellationRights)[keyof typeof CancellationRights];

export const MoneyLaunderingStatus = {
  Passed: "Y",
  NotChecked: "N",
  ExemptBelowLimit: "1",
  ExemptMoneyType: "2",
  ExemptAuthorised: "3",
} as const;
export type MoneyLaunderingStatus = (typeof MoneyLaunderingStatus)[keyof typeof MoneyLaunderingStatus];

export const ExecPriceType = {
  BidPrice: "B",
  CreationPrice: "C",
  CreationPricePlusAdjustmentPercent: "D",
  CreationPricePlusAdjustmentAmount: "E",
  OfferPrice: "O",
  OfferPriceMinusAdjustmentPercent: "P",
  OfferPriceMinusAdjustmentAmount: "Q",
  SinglePrice: "S",
} as const;
export type ExecPriceType = (typeof ExecPriceType)[keyof typeof ExecPriceType];

export const FundRenewWaiv = {
  Yes: "Y",
  No: "N",
} as const;
export type FundRenewWaiv = (typeof FundRenewWaiv)[keyof typeof FundRenewWaiv];

export const ContAmtType = {
  CommissionAmount: 1,
  CommissionPercent: 2,
  InitialChargeAmount: 3,
  InitialChargePercent: 4,
  DiscountAmount: 5,
  DiscountPercent: 6,
  DilutionLevyAmount: 7,
  DilutionLevyPercent: 8,
  ExitChargeAmount: 9,
  ExitChargePercent: 10,
  FundBasedRenewalCommissionPercent: 11,
  ProjectedFundValue: 12,
  FundBasedRenewalCommissionOnOrder: 13,
  FundBasedRenewalCommissionOnFund: 14,
  NetSettlementAmount: 15,
} as const;
export type ContAmtType = (typeof ContAmtType)[keyof typeof ContAmtType];

export const OrderCapacity = {
  Agency: "A",
  Proprietary: "G",
  Individual: "I",
  Principal: "P",
  RisklessPrincipal: "R",
  AgentForOtherMember: "W",
} as const;
export type OrderCapacity = (typeof OrderCapacity)[keyof typeof OrderCapacity];

export const OrderRestrictions = {
  ProgramTrade: "1",
  IndexArbitrage: "2",
  NonIndexArbitrage: "3",
  CompetingMarketMaker: "4",
  ActingAsMarketMakerOrSpecialistInSecurity: "5",
  ActingAsMarketMakerOrSpecialistInUnderlying: "6",
  ForeignEntity: "7",
  ExternalMarketParticipant: "8",
  ExternalInterConnectedMarketLinkage: "9",
  RisklessArbitrage: "A",
} as const;
export type OrderRestrictions = (typeof OrderRestrictions)[keyof typeof OrderRestrictions];

export const MassCancelRequestType = {
  CancelOrdersForASecurity: "1",
  CancelOrdersForAnUnderlyingSecurity: "2",
  CancelOrdersForAProduct: "3",
  CancelOrdersForAcfiCode: "4",
  CancelOrdersForASecurityType: "5",
  CancelOrdersForATradingSession: "6",
  CancelAllOrders: "7",
} as const;
export type MassCancelRequestType = (typeof MassCancelRequestType)[keyof typeof MassCancelRequestType];

export const MassCancelResponse = {
  CancelRequestRejected: "0",
  CancelOrdersForASecurity: "1",
  CancelOrdersForAnUnderlyingSecurity: "2",
  CancelOrdersForAProduct: "3",
  CancelOrdersForAcfiCode: "4",
  CancelOrdersForASecurityType: "5",
  CancelOrdersForATradingSession: "6",
  CancelAllOrders: "7",
} as const;
export type MassCancelResponse = (typeof MassCancelResponse)[keyof typeof MassCancelResponse];

export const MassCancelRejectReason = {
  MassCancelNotSupported: "0",
  InvalidOrUnknownSecurity: "1",
  InvalidOrUnknownUnderlyingSecurity: "2",
  InvalidOrUnknownProduct: "3",
  InvalidOrUnknownCfiCode: "4",
  InvalidOrUnknownSecurityType: "5",
  InvalidOrUnknownTradingSession: "6",
  Other: "99",
} as const;
export type MassCancelRejectReason = (typeof MassCancelRejectReason)[keyof typeof MassCancelRejectReason];

export const QuoteType = {
  Indicative: 0,
  Tradeable: 1,
  RestrictedTradeable: 2,
  Counter: 3,
} as const;
export type QuoteType = (typeof QuoteType)[keyof typeof QuoteType];

export const CashMargin = {
  Cash: "1",
  MarginOpen: "2",
  MarginClose: "3",
} as const;
export type CashMargin = (typeof CashMargin)[keyof typeof CashMargin];

export const Scope = {
  LocalMarket: "1",
  National: "2",
  Global: "3",
} as const;
export type Scope = (typeof Scope)[keyof typeof Scope];

export const CrossType = {
  CrossAon: 1,
  CrossIoc: 2,
  CrossOneSide: 3,
  CrossSamePrice: 4,
} as const;
export type CrossType = (typeof CrossType)[keyof typeof CrossType];

export const TradSesStatusRejReason = {
  UnknownOrInvalidTradingSessionId: 1,
  Other: 99,
} as const;
export type TradSesStatusRejReason = (typeof TradSesStatusRejReason)[keyof typeof TradSesStatusRejReason];

export const TradeRequestType = {
  AllTrades: 0,
  MatchedTradesMatchingCriteria: 1,
  UnmatchedTradesThatMatchCriteria: 2,
  UnreportedTradesThatMatchCriteria: 3,
  AdvisoriesThatMatchCriteria: 4,
} as const;
export type TradeRequestType = (typeof TradeRequestType)[keyof typeof TradeRequestType];

export const MatchStatus = {
  Compared: "0",
  Uncompared: "1",
  AdvisoryOrAlert: "2",
} as const;
export type MatchStatus = (typeof MatchStatus)[keyof typeof MatchStatus];

export const MatchType = {
  ExactMatchPlus4BadgesExecTime: "A1",
  ExactMatchPlus4Badges: "A2",
  ExactMatchPlus2BadgesExecTime: "A3",
  ExactMatchPlus2Badges: "A4",
  ExactMatchPlusExecTime: "A5",
  StampedAdvisoriesOrSpecialistAccepts: "AQ",
  A1ExactMatchSummarizedQuantity: "S1",
  A2ExactMatchSummarizedQuantity: "S2",
  A3ExactMatchSummarizedQuantity: "S3",
  A4ExactMatchSummarizedQuantity: "S4",
  A5ExactMatchSummarizedQuantity: "S5",
  ExactMatchMinusBadgesTimes: "M1",
  SummarizedMatchMinusBadgesTimes: "M2",
  OcsLockedIn: "MT",
  ActAcceptedTrade: "M3",
  ActDefaultTrade: "M4",
  ActDefaultAfterM2: "M5",
  Actm6Match: "M6",
} as const;
export type MatchType = (typeof MatchType)[keyof typeof MatchType];

export const ClearingInstruction = {
  ProcessNormally: 0,
  ExcludeFromAllNetting: 1,
  BilateralNettingOnly: 2,
  ExClearing: 3,
  SpecialTrade: 4,
  MultilateralNetting: 5,
  ClearAgainstCentralCounterparty: 6,
  ExcludeFromCentralCounterparty: 7,
  ManualMode: 8,
  AutomaticPostingMode: 9,
  AutomaticGiveUpMode: 10,
  QualifiedServiceRepresentativeQsr: 11,
  CustomerTrade: 12,
  SelfClearing: 13,
} as const;
export type ClearingInstruction = (typeof ClearingInstruction)[keyof typeof ClearingInstruction];

export const AccountType = {
  CarriedCustomerSide: 1,
  CarriedNonCustomerSide: 2,
  HouseTrader: 3,
  FloorTrader: 4,
  CarriedNonCustomerSideCrossMargined: 6,
  HouseTraderCrossMargined: 7,
  JointBackOfficeAccount: 8,
} as const;
export type AccountType = (typeof AccountType)[keyof typeof AccountType];

export const CustOrderCapacity = {
  MemberTradingForTheirOwnAccount: 1,
  ClearingFirmTradingForItsProprietaryAccount: 2,
  MemberTradingForAnotherMember: 3,
  AllOther: 4,
} as const;
export type CustOrderCapacity = (typeof CustOrderCapacity)[keyof typeof CustOrderCapacity];

export const MassStatusReqType = {
  StatusForOrdersForASecurity: 1,
  StatusForOrdersForAnUnderlyingSecurity: 2,
  StatusForOrdersForAProduct: 3,
  StatusForOrdersForAcfiCode: 4,
  StatusForOrdersForASecurityType: 5,
  StatusForOrdersForATradingSession: 6,
  StatusForAllOrders: 7,
  StatusForOrdersForAPartyId: 8,
} as const;
export type MassStatusReqType = (typeof MassStatusReqType)[keyof typeof MassStatusReqType];

export const DayBookingInst = {
  Auto: "0",
  SpeakWithOrderInitiatorBeforeBooking: "1",
  Accumulate: "2",
} as const;
export type DayBookingInst = (typeof DayBookingInst)[keyof typeof DayBookingInst];

export const BookingUnit = {
  EachPartialExecutionIsABookableUnit: "0",
  AggregatePartialExecutionsOnThisOrder: "1",
  AggregateExecutionsForThisSymbol: "2",
} as const;
export type BookingUnit = (typeof BookingUnit)[keyof typeof BookingUnit];

export const PreallocMethod = {
  ProRata: "0",
  DoNotProRata: "1",
} as const;
export type PreallocMethod = (typeof PreallocMethod)[keyof typeof PreallocMethod];

export const ClearingFeeIndicator = {
  CboeMember: "B",
  NonMemberAndCustomer: "C",
  EquityMemberAndClearingMember: "E",
  FullAndAssociateMember: "F",
  Firms106HAnd106J: "H",
  Gim: "I",
  Lessee106FEmployees: "L",
  AllOtherOwnershipTypes: "M",
  FirstYearDelegate: "1",
  SecondYearDelegate: "2",
  ThirdYearDelegate: "3",
  FourthYearDelegate: "4",
  FifthYearDelegate: "5",
  SixthYearDelegate: "9",
} as const;
export type ClearingFeeIndicator = (typeof ClearingFeeIndicator)[keyof typeof ClearingFeeIndicator];

export const PriorityIndicator = {
  PriorityUnchanged: 0,
  LostPriorityAsResultOfOrderChange: 1,
} as const;
export type PriorityIndicator = (typeof PriorityIndicator)[keyof typeof PriorityIndicator];

export const QuoteRequestRejectReason = {
  UnknownSymbol: 1,
  Exchange: 2,
  QuoteRequestExceedsLimit: 3,
  TooLateToEnter: 4,
  InvalidPrice: 5,
  NotAuthorizedToRequestQuote: 6,
  NoMatchForInquiry: 7,
  NoMarketForInstrument: 8,
  NoInventory: 9,
  Pass: 10,
  Other: 99,
} as const;
export type QuoteRequestRejectReason = (typeof QuoteRequestRejectReason)[keyof typeof QuoteRequestRejectReason];

export const AcctIDSource = {
  Bic: 1,
  SidCode: 2,
  Tfm: 3,
  Omgeo: 4,
  DtccCode: 5,
  Other: 99,
} as const;
export type AcctIDSource = (typeof AcctIDSource)[keyof typeof AcctIDSource];

export const DeliveryForm = {
  BookEntry: 1,
  Bearer: 2,
} as const;
export type DeliveryForm = (typeof DeliveryForm)[keyof typeof DeliveryForm];

export const LegSwapType = {
  ParForPar: 1,
  ModifiedDuration: 2,
  Risk: 4,
  Proceeds: 5,
} as const;
export type LegSwapType = (typeof LegSwapType)[keyof typeof LegSwapType];

export const QuotePriceType = {
  Percent: 1,
  PerShare: 2,
  FixedAmount: 3,
  Discount: 4,
  Premium: 5,
  Spread: 6,
  TedPrice: 7,
  TedYield: 8,
  YieldSpread: 9,
  Yield: 10,
} as const;
export type QuotePriceType = (typeof QuotePriceType)[keyof typeof QuotePriceType];

export const QuoteRespType = {
  Hit: 1,
  Counter: 2,
  Expired: 3,
  Cover: 4,
  DoneAway: 5,
  Pass: 6,
} as const;
export type QuoteRespType = (typeof QuoteRespType)[keyof typeof QuoteRespType];

export const PosAmtType = {
  FinalMarkToMarketAmount: "FMTM",
  IncrementalMarkToMarketAmount: "IMTM",
  TradeVariationAmount: "TVAR",
  StartOfDayMarkToMarketAmount: "SMTM",
  PremiumAmount: "PREM",
  CashResidualAmount: "CRES",
  CashAmount: "CASH",
  ValueAdjustedAmount: "VADJ",
} as const;
export type PosAmtType = (typeof PosAmtType)[keyof typeof PosAmtType];

export const ResponseTransportType = {
  Inband: 0,
  OutOfBand: 1,
} as const;
export type ResponseTransportType = (typeof ResponseTransportType)[keyof typeof ResponseTransportType];

export const TradeReportRejectReason = {
  Successful: 0,
  InvalidPartyInformation: 1,
  UnknownInstrument: 2,
  UnauthorizedToReportTrades: 3,
  InvalidTradeType: 4,
  Other: 99,
} as const;
export type TradeReportRejectReason = (typeof TradeReportRejectReason)[keyof typeof TradeReportRejectReason];

export const SideMultiLegReportingType = {
  SingleSecurity: 1,
  IndividualLegOfAMultilegSecurity: 2,
  MultilegSecurity: 3,
} as const;
export type SideMultiLegReportingType = (typeof SideMultiLegReportingType)[keyof typeof SideMultiLegReportingType];

export const TrdRegTimestampType = {
  ExecutionTime: 1,
  TimeIn: 2,
  TimeOut: 3,
  BrokerReceipt: 4,
  BrokerExecution: 5,
} as const;
export type TrdRegTimestampType = (typeof TrdRegTimestampType)[keyof typeof TrdRegTimestampType];

export const BookingType = {
  RegularBooking: 0,
  Cfd: 1,
  TotalReturnSwap: 2,
} as const;
export type BookingType = (typeof BookingType)[keyof typeof BookingType];

export const TerminationType = {
  Overnight: 1,
  Term: 2,
  Flexible: 3,
  Open: 4,
} as const;
export type TerminationType = (typeof TerminationType)[keyof typeof TerminationType];

export const PartySubIDType = {
  Firm: 1,
  Person: 2,
  System: 3,
  Application: 4,
  FullLegalNameOfFirm: 5,
  PostalAddress: 6,
  PhoneNumber: 7,
  EmailAddress: 8,
  ContactName: 9,
  SecuritiesAccountNumber: 10,
  RegistrationNumber: 11,
  RegisteredAddressForConfirmation: 12,
  RegulatoryStatus: 13,
  RegistrationName: 14,
  CashAccountNumber: 15,
  Bic: 16,
  CsdParticipantMemberCode: 17,
  RegisteredAddress: 18,
  FundAccountName: 19,
  TelexNumber: 20,
  FaxNumber: 21,
  SecuritiesAccountName: 22,
  CashAccountName: 23,
  Department: 24,
  LocationDesk: 25,
  PositionAccountType: 26,
} as const;
export type PartySubIDType = (typeof PartySubIDType)[keyof typeof PartySubIDType];

export const ApplQueueResolution = {
  NoActionTaken: 0,
  QueueFlushed: 1,
  OverlayLast: 2,
  EndSession: 3,
} as const;
export type ApplQueueResolution = (typeof ApplQueueResolution)[keyof typeof ApplQueueResolution];

export const ApplQueueAction = { ...ApplQueueResolution } as const;
export type ApplQueueAction = (typeof ApplQueueAction)[keyof typeof ApplQueueAction];

export const AvgPxIndicator = {
  NoAveragePricing: 0,
  Trade: 1,
  LastTrade: 2,
} as const;
export type AvgPxIndicator = (typeof AvgPxIndicator)[keyof typeof AvgPxIndicator];

export const TradeAllocIndicator = {
  AllocationNotRequired: 0,
  AllocationRequired: 1,
  UseAllocationProvidedWithTheTrade: 2,
} as const;
export type TradeAllocIndicator = (typeof TradeAllocIndicator)[keyof typeof TradeAllocIndicator];

export const TrdType = {
  RegularTrade: 0,
  BlockTrade: 1,
  Efp: 2,
  Transfer: 3,
  LateTrade: 4,
  TTrade: 5,
  WeightedAveragePriceTrade: 6,
  BunchedTrade: 7,
  LateBunchedTrade: 8,
  PriorReferencePriceTrade: 9,
  AfterHoursTrade: 10,
} as const;
export type TrdType = (typeof TrdType)[keyof typeof TrdType];

export const PegMoveType = {
  Floating: 0,
  Fixed: 1,
} as const;
export type PegMoveType = (typeof PegMoveType)[keyof typeof PegMoveType];

export const PegOffsetType = {
  Price: 0,
  BasisPoints: 1,
  Ticks: 2,
  PriceTier: 3,
} as const;
export type PegOffsetType = (typeof PegOffsetType)[keyof typeof PegOffsetType];

export const PegLimitType = {
  OrBetter: 0,
  Strict: 1,
  OrWorse: 2,
} as const;
export type PegLimitType = (typeof PegLimitType)[keyof typeof PegLimitType];

export const PegRoundDirection = {
  MoreAggressive: 1,
  MorePassive: 2,
} as const;
export type PegRoundDirection = (typeof PegRoundDirection)[keyof typeof PegRoundDirection];

export const PegScope = {
  Local: 1,
  National: 2,
  Global: 3,
  NationalExcludingLocal: 4,
} as const;
export type PegScope = (typeof PegScope)[keyof typeof PegScope];

export const DiscretionMoveType = { ...PegMoveType } as const;
export type DiscretionMoveType = (typeof DiscretionMoveType)[keyof typeof DiscretionMoveType];

export const DiscretionOffsetType = { ...PegOffsetType } as const;
export type DiscretionOffsetType = (typeof DiscretionOffsetType)[keyof typeof DiscretionOffsetType];

export const DiscretionLimitType = { ...PegLimitType } as const;
export type DiscretionLimitType = (typeof DiscretionLimitType)[keyof typeof DiscretionLimitType];

export const DiscretionRoundDirection = { ...PegRoundDirection } as const;
export type DiscretionRoundDirection = (typeof DiscretionRoundDirection)[keyof typeof DiscretionRoundDirection];

export const DiscretionScope = { ...PegScope } as const;
export type DiscretionScope = (typeof DiscretionScope)[keyof typeof DiscretionScope];

export const TargetStrategy = {
  Vwap: 1,
  Participate: 2,
  MininizeMarketImpact: 3,
} as const;
export type TargetStrategy = (typeof TargetStrategy)[keyof typeof TargetStrategy];

export const LastLiquidityInd = {
  AddedLiquidity: 1,
  RemovedLiquidity: 2,
  LiquidityRoutedOut: 3,
} as const;
export type LastLiquidityInd = (typeof LastLiquidityInd)[keyof typeof LastLiquidityInd];

export const ShortSaleReason = {
  DealerSoldShort: 0,
  DealerSoldShortExempt: 1,
  SellingCustomerSoldShort: 2,
  SellingCustomerSoldShortExempt: 3,
  QualifiedServiceRepresentative: 4,
  QsrOrAguContraSideSoldShortExempt: 5,
} as const;
export type ShortSaleReason = (typeof ShortSaleReason)[keyof typeof ShortSaleReason];

export const QtyType = {
  Units: 0,
  Contracts: 1,
} as const;
export type QtyType = (typeof QtyType)[keyof typeof QtyType];

export const TradeReportType = {
  Submit: 0,
  Alleged: 1,
  Accept: 2,
  Decline: 3,
  Addendum: 4,
  No: 5,
  TradeReportCancel: 6,
  LockedIn: 7,
} as const;
export type TradeReportType = (typeof TradeReportType)[keyof typeof TradeReportType];

export const EventType = {
  Put: 1,
  Call: 2,
  Tender: 3,
  SinkingFundCall: 4,
  Other: 99,
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

export const InstrAttribType = {
  Flat: 1,
  ZeroCoupon: 2,
  InterestBearing: 3,
  NoPeriodicPayments: 4,
  VariableRate: 5,
  LessFeeForPut: 6,
  SteppedCoupon: 7,
  CouponPeriod: 8,
  When: 9,
  OriginalIssueDiscount: 10,
  Callable: 11,
  EscrowedToMaturity: 12,
  EscrowedToRedemptionDate: 13,
  PreRefunded: 14,
  InDefault: 15,
  Unrated: 16,
  Taxable: 17,
  Indexed: 18,
  SubjectToAlternativeMinimumTax: 19,
  OriginalIssueDiscountPrice: 20,
  CallableBelowMaturityValue: 21,
  CallableWithoutNotice: 22,
  Text: 99,
} as const;
export type InstrAttribType = (typeof InstrAttribType)[keyof typeof InstrAttribType];

export const CPProgram = {
  Program3a3: 1,
  Program42: 2,
  Other: 99,
} as const;
export type CPProgram = (typeof CPProgram)[keyof typeof CPProgram];

export const MiscFeeBasis = {
  Absolute: 0,
  PerUnit: 1,
  Percentage: 2,
} as const;
export type MiscFeeBasis = (typeof MiscFeeBasis)[keyof typeof MiscFeeBasis];

export const DeliveryType = {
  VersusPayment: 0,
  Free: 1,
  TriParty: 2,
  HoldInCustody: 3,
} as const;
export type DeliveryType = (typeof DeliveryType)[keyof typeof DeliveryType];

export const TrdRptStatus = {
  Accepted: 0,
  Rejected: 1,
} as const;
export type TrdRptStatus = (typeof TrdRptStatus)[keyof typeof TrdRptStatus];
