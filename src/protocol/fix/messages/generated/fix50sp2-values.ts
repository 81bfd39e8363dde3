/**
 * Values of enumerated fields of FIX.5.0SP2, by name.
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
  BasisPoints: "7",
  AmountPerContract: "8",
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
  FixedPegToLocalBestBidOrOfferAtTimeOfOrder: "T",
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
  IntermarketSweep: "f",
  ExternalRoutingAllowed: "g",
  ExternalRoutingNotAllowed: "h",
  ImbalanceOnly: "i",
  SingleExecutionRequestedForBlockTrade: "j",
  BestExecution: "k",
  SuspendOnSystemFailure: "l",
  SuspendOnTradingHalt: "m",
  ReinstateOnConnectionLoss: "n",
  CancelOnConnectionLoss: "o",
  SuspendOnConnectionLoss: "p",
  Release: "q",
  ExecuteAsDeltaNeutral: "r",
  ExecuteAsDurationNeutral: "s",
  ExecuteAsFxNeutral: "t",
  MinGuaranteedFillEligible: "u",
  BypassNonDisplayLiquidity: "v",
  Lock: "w",
  IgnoreNotionalValueChecks: "x",
  TrdAtRefPx: "y",
  AllowFacilitation: "z",
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
  IsdaFpMlurl: "K",
  LetterOfCredit: "L",
  MarketplaceAssignedIdentifier: "M",
  MarkitRedEntityClip: "N",
  MarkitRedPairClip: "P",
  CftcCommodityCode: "Q",
  IsdaCommodityReferencePrice: "R",
  FinancialInstrumentGlobalIdentifier: "S",
  LegalEntityIdentifier: "T",
  Synthetic: "U",
  FidessaInstrumentMnemonic: "V",
  IndexName: "W",
  UniformSymbol: "X",
  DigitalTokenIdentifier: "Y",
} as const;
export type SecurityIDSource = (typeof SecurityIDSource)[keyof typeof SecurityIDSource];

export const LastCapacity = {
  Agent: "1",
  CrossAsAgent: "2",
  CrossAsPrincipal: "3",
  Principal: "4",
  RisklessPrincipal: "5",
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
  MarketIfTouched: "J",
  MarketWithLeftOverAsLimit: "K",
  PreviousFundValuationPoint: "L",
  NextFundValuationPoint: "M",
  Pegged: "P",
  CounterOrderSelection: "Q",
  StopOnBidOrOffer: "R",
  StopLimitOnBidOrOffer: "S",
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
  SellUndisclosed: "H",
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
  GoodThroughCrossing: "8",
  AtCrossing: "9",
  GoodForTime: "A",
  GoodForAuction: "B",
  GoodForMonth: "C",
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
  BrokenDate: "B",
  FxSpotNextSettlement: "C",
} as const;
export type SettlType = (typeof SettlType)[keyof typeof SettlType];

export const SymbolSfx = {
  EucpWithLumpSumInterest: "CD",
  WhenIssued: "WI",
} as const;
export type SymbolSfx = (typeof SymbolSfx)[keyof typeof SymbolSfx];

export const PositionEffect = {
  Close: "C",
  Fifo: "F",
  Open: "O",
  Rolled: "R",
  CloseButNotifyOnOpen: "N",
  Default: "D",
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

export const CxlRejReason = {
  TooLateToCancel: 0,
  UnknownOrder: 1,
  BrokerCredit: 2,
  OrderAlreadyInPendingStatus: 3,
  UnableToProcessOrderMassCancelRequest: 4,
  OrigOrdModTime: 5,
  DuplicateClOrdId: 6,
  PriceExceedsCurrentPrice: 7,
  PriceExceedsCurrentPriceBand: 8,
  InvalidPriceIncrement: 18,
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
  SurveillanceOption: 12,
  IncorrectQuantity: 13,
  IncorrectAllocatedQuantity: 14,
  UnknownAccount: 15,
  PriceExceedsCurrentPriceBand: 16,
  InvalidPriceIncrement: 18,
  ReferencePriceNotAvailable: 19,
  NotionalValueExceedsThreshold: 20,
  AlgorithmRiskThresholdBreached: 21,
  ShortSellNotPermitted: 22,
  ShortSellSecurityPreBorrowRestriction: 23,
  ShortSellAccountPreBorrowRestriction: 24,
  InsufficientCreditLimit: 25,
  ExceededClipSizeLimit: 26,
  ExceededMaxNotionalOrderAmt: 27,
  ExceededDv01Pv01Limit: 28,
  ExceededCs01Limit: 29,
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
  NoMatchingExecutionReport: "G",
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
  TransferFee: "13",
  SecurityLending: "14",
  TradeReporting: "15",
  TaxOnPrincipalAmount: "16",
  TaxOnAccruedInterestAmount: "17",
  NewIssuanceFee: "18",
  ServiceFee: "19",
  OddLotFee: "20",
  AuctionFee: "21",
  ValueAddedTax: "22",
  SalesTax: "23",
  ExecutionFee: "24",
  OrderEntryFee: "25",
  OrderModificationFee: "26",
  OrdersCancellationFee: "27",
  MarketDataAccessFee: "28",
  MarketDataTerminalFee: "29",
  MarketDataVolumeFee: "30",
  ClearingFee: "31",
  SettlementFee: "32",
  Rebates: "33",
  Discounts: "34",
  Payments: "35",
  NonMonetaryPayments: "36",
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
  TradeInAClearingHold: "J",
  TradeHasBeenReleasedToClearing: "K",
  TriggeredOrActivatedBySystem: "L",
  Locked: "M",
  Released: "N",
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
  SpecificOrderForASingleAccount: "4",
  RequestReject: "5",
} as const;
export type SettlInstMode = (typeof SettlInstMode)[keyof typeof SettlInstMode];

export const SecurityType = {
  UsTreasuryNoteOld: "UST",
  UsTreasuryBillOld: "USTB",
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
  EuroCorporateFloatingRateNotes: "EUFRN",
  UsCorporateFloatingRateNotes: "FRN",
  IndexedLinked: "XLINKD",
  StructuredNotes: "STRUCT",
  YankeeCorporateBond: "YANK",
  OffshoreIssuedChineseYuanCorporateBond: "DIMSUMCORP",
  PreferredCorporateBond: "PRCORP",
  ForeignExchangeContract: "FOR",
  NonDeliverableForward: "FXNDF",
  FxSpot: "FXSPOT",
  FxForward: "FXFWD",
  FxSwap: "FXSWAP",
  NonDeliverableSwap: "FXNDS",
  FxBankNote: "FXBN",
  ForeignCurrencyDiscountNote: "FXDN",
  Cap: "CAP",
  CreditDefaultSwap: "CDS",
  Collar: "CLLR",
  CommoditySwap: "CMDTYSWAP",
  Exotic: "EXOTIC",
  OptionsOnCombo: "OOC",
  Floor: "FLR",
  Fra: "FRA",
  Future: "FUT",
  DerivativeForward: "FWD",
  InterestRateSwap: "IRS",
  TotalReturnSwap: "TRS",
  LoanLease: "LOANLEASE",
  OptionsOnFutures: "OOF",
  OptionsOnPhysical: "OOP",
  Option: "OPT",
  SpotForward: "SPOTFWD",
  SwapOption: "SWAPTION",
  Transmission: "XMISSION",
  Index: "INDEX",
  BondBasket: "BDBSKT",
  ContractForDifference: "CFD",
  CorrelationSwap: "CRLTNSWAP",
  DiviendSwap: "DVDNDSWAP",
  EquityBasket: "EQBSKT",
  EquityForward: "EQFWD",
  ReturnSwap: "RTRNSWAP",
  VarianceSwap: "VARSWAP",
  PortfolioSwaps: "PRTFLIOSWAP",
  FuturesOnASwap: "FUTSWAP",
  ForwardsOnASwap: "FWDSWAP",
  ForwardFreightAgreement: "FWDFRTAGMT",
  SpreadBetting: "SPREADBET",
  ExchangeTradedCommodity: "ETC",
  CommonStock: "CS",
  PreferredStock: "PS",
  DepositoryReceipts: "DR",
  Repurchase: "REPO",
  Forward: "FORWARD",
  BuySellback: "BUYSELL",
  SecuritiesLoan: "SECLOAN",
  SecuritiesPledge: "SECPLEDGE",
  DeliveryVersusPledge: "DVPLDG",
  CollateralBasket: "COLLBSKT",
  StructuredFinanceProduct: "SFP",
  MarginLoan: "MRGNLOAN",
  BradyBond: "BRADY",
  CanadianTreasuryNotes: "CAN",
  CanadianTreasuryBills: "CTB",
  EuroSovereigns: "EUSOV",
  CanadianProvincialBonds: "PROV",
  TreasuryBill: "TB",
  UsTreasuryBond: "TBOND",
  InterestStripFromAnyBondOrNote: "TINT",
  UsTreasuryBill: "TBILL",
  TreasuryInflationProtectedSecurities: "TIPS",
  PrincipalStripOfACallableBondOrNote: "TCAL",
  PrincipalStripFromANonCallableBondOrNote: "TPRN",
  UsTreasuryNote: "TNOTE",
  OffshoreIssuedChineseYuanSovereignBond: "DIMSUMSOV",
  SovereignBond: "SOV",
  UsTreasuryFloatingRateNote: "TFRN",
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
  BankDepositoryNote: "BDN",
  BankNotes: "BN",
  BillOfExchanges: "BOX",
  CanadianMoneyMarkets: "CAMM",
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
  ShortTermLoanNote: "STN",
  PlazosFijos: "PZFJ",
  SecuredLiquidityNote: "SLQN",
  TimeDeposit: "TD",
  TermLiquidityNote: "TLQN",
  ExtendedCommNote: "XCN",
  YankeeCertificateOfDeposit: "YCD",
  BankAcceptedBill: "BAB",
  ShortTermBankNote: "BNST",
  CallableCommercialPaper: "CLCP",
  CommercialNote: "CN",
  InterestBearingCommercialPaper: "CPIB",
  EuroMediumTermNote: "EUMTN",
  EuroNegotiableCommercialPaper: "EUNCP",
  EuroStructuredLiquidityNote: "EUSTLQN",
  EuroTimeDeposit: "EUTD",
  JumboCertificateOfDeposit: "JCD",
  MoneyMarketFund: "MMF",
  MasterNote: "MN",
  NegotiableCertificateOfDeposit: "NCD",
  NegotiableCommercialPaper: "NCP",
  RetailCertificateOfDeposit: "RCD",
  TermDepositReceipt: "TDR",
  AssetBackedSecurities: "ABS",
  CanadianMortgageBonds: "CMB",
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
  TaxableMunicipalCp: "TMCP",
  TaxRevenueAnticipationNote: "TRAN",
  VariableRateDemandNote: "VRDN",
  Warrant: "WAR",
  MunicipalInterestBearingCommercialPaper: "MCPIB",
  TaxableMunicipalBond: "TMB",
  VariableRateDemandObligation: "VRDO",
  MutualFund: "MF",
  MultilegInstrument: "MLEG",
  NoSecurityType: "NONE",
  Wildcard: "?",
  Cash: "CASH",
  Other: "Other",
  ExchangeTradedNote: "ETN",
  SecuritizedDerivative: "SECDERIV",
  ExchangeTradedFund: "ETF",
  DigitalAsset: "DIGITAL",
} as const;
export type SecurityType = (typeof SecurityType)[keyof typeof SecurityType];

export const StandInstDbType = {
  Other: 0,
  Dtcsid: 1,
  ThomsonAlert: 2,
  AGlobalCustodian: 3,
  AccountNet: 4,
} as const;
export type StandInstDbType = (typeof StandInstDbType)[keyof typeof StandInstDbType];

export const PutOrCall = {
  Put: 0,
  Call: 1,
  Other: 2,
  Chooser: 3,
} as const;
export type PutOrCall = (typeof PutOrCall)[keyof typeof PutOrCall];

export const CoveredOrUncovered = {
  Covered: 0,
  Uncovered: 1,
} as const;
export type CoveredOrUncovered = (typeof CoveredOrUncovered)[keyof typeof CoveredOrUncovered];

export const AllocHandlInst = {
  Match: 1,
  Forward: 2,
  ForwardAndMatch: 3,
  AutoClaimGiveUp: 4,
} as const;
export type AllocHandlInst = (typeof AllocHandlInst)[keyof typeof AllocHandlInst];

export const RoutingType = {
  TargetFirm: 1,
  TargetList: 2,
  BlockFirm: 3,
  BlockList: 4,
  TargetPerson: 5,
  BlockPerson: 6,
} as const;
export type RoutingType = (typeof RoutingType)[keyof typeof RoutingType];

export const BenchmarkCurveName = {
  Eonia: "EONIA",
  Eurepo: "EUREPO",
  Euribor: "Euribor",
  FutureSwap: "FutureSWAP",
  Libid: "LIBID",
  Libor: "LIBOR",
  MuniAaa: "MuniAAA",
  Other: "OTHER",
  Pfandbriefe: "Pfandbriefe",
  Sonia: "SONIA",
  Swap: "SWAP",
  Treasury: "Treasury",
  FedFundRateEffective: "FEDEFF",
  FedOpen: "FEDOPEN",
  Euribor_EURIBOR: "EURIBOR",
  Aubsw: "AUBSW",
  Bubor: "BUBOR",
  Cdor: "CDOR",
  Cibor: "CIBOR",
  Eoniaswap: "EONIASWAP",
  Estr: "ESTR",
  Eurodollar: "EURODOLLAR",
  Euroswiss: "EUROSWISS",
  Gcfrepo: "GCFREPO",
  Isdafix: "ISDAFIX",
  Jibar: "JIBAR",
  Mosprim: "MOSPRIM",
  Nibor: "NIBOR",
  Pribor: "PRIBOR",
  Sofr: "SOFR",
  Stibor: "STIBOR",
  Telbor: "TELBOR",
  Tibor: "TIBOR",
  Wibor: "WIBOR",
  Aonia: "AONIA",
  Aoniar: "AONIA-R",
  Bkbm: "BKBM",
  Cd19D: "CD91D",
  Corra: "CORRA",
  Dirrtn: "DIRR-TN",
  Eibor: "EIBOR",
  FixingRepoRate: "FixingRepoRate",
  Hibor: "HIBOR",
  Ibr: "IBR",
  Klibor: "KLIBOR",
  Mibor: "MIBOR",
  Nzonia: "NZONIA",
  Phiref: "PHIREF",
  Reibor: "REIBOR",
  Saibor: "SAIBOR",
  Saron: "SARON",
  Sora: "SORA",
  Tlref: "TLREF",
  Tiie: "TIIE",
  Thbfix: "THBFIX",
  Tonar: "TONAR",
} as const;
export type BenchmarkCurveName = (typeof BenchmarkCurveName)[keyof typeof BenchmarkCurveName];

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
  MinimumDenomination: "MINDNOM",
  MinimumIncrement: "MININCR",
  MinimumQuantity: "MINQTY",
  PaymentFrequency: "PAYFREQ",
  NumberOfPieces: "PIECES",
  PoolsMaximum: "PMAX",
  PoolsPerLot: "PPL",
  PoolsPerMillion: "PPM",
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
  OriginalAmount: "ORIGAMT",
  PoolEffectiveDate: "POOLEFFDT",
  PoolInitialFactor: "POOLINITFCTR",
  Tranche: "TRANCHE",
  Substitution: "SUBSTITUTION",
  Multexchfllbck: "MULTEXCHFLLBCK",
  Compsecfllbck: "COMPSECFLLBCK",
  Locljrsdctn: "LOCLJRSDCTN",
  Relvjrsdctn: "RELVJRSDCTN",
  IncurredRecovery: "INCURRCVY",
  AdditionalTerm: "ADDTRM",
  ModifiedEquityDelivery: "MODEQTYDLVY",
  NoReferenceOblication: "NOREFOBLIG",
  UnknownReferenceObligation: "UNKREFOBLIG",
  AllGuarantees: "ALLGUARANTEES",
  ReferencePrice: "REFPX",
  ReferencePolicy: "REFPOLICY",
  SecuredList: "SECRDLIST",
  AverageFicoScore: "AVFICO",
  AverageLoanSize: "AVSIZE",
  MaximumLoanBalance: "MAXBAL",
  PoolIdentifier: "POOL",
  TypeOfRollTrade: "ROLLTYPE",
  ReferenceToRollingOrClosingTrade: "REFTRADE",
  PrincipalOfRollingOrClosingTrade: "REFPRIN",
  InterestOfRollingOrClosingTrade: "REFINT",
  AvailableOfferQuantityToBeShownToTheStreet: "AVAILQTY",
  BrokerCredit: "BROKERCREDIT",
  OfferPriceToBeShownToInternalBrokers: "INTERNALPX",
  OfferQuantityToBeShownToInternalBrokers: "INTERNALQTY",
  TheMinimumResidualOfferQuantity: "LEAVEQTY",
  MaximumOrderSize: "MAXORDQTY",
  OrderQuantityIncrement: "ORDRINCR",
  PrimaryOrSecondaryMarketIndicator: "PRIMARY",
  BrokerSalesCreditOverride: "SALESCREDITOVR",
  TraderCredit: "TRADERCREDIT",
  DiscountRate: "DISCOUNT",
  YieldToMaturity: "YTM",
  InterestPayoffOfRollingOrAmendingTrade: "PAYOFF",
  AbsolutePrepaymentSpeed: "ABS",
  ConstantPrepaymentPenalty: "CPP",
  ConstantPrepaymentRate: "CPR",
  ConstantPrepaymentYield: "CPY",
  FinalCprOfHomeEquityPrepaymentCurve: "HEP",
  PercentOfManufacturedHousingPrepaymentCurve: "MHP",
  MonthlyPrepaymentRate: "MPR",
  PercentOfProspectusPrepaymentCurve: "PPC",
  PercentOfBmaPrepaymentCurve: "PSA",
  SingleMonthlyMortality: "SMM",
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
  GvntEquivalentYield: "GOVTEQUIV",
  TrueGrossYield: "GROSS",
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
  PreviousCloseYield: "PREVCLOSE",
  ProceedsYield: "PROCEEDS",
  YieldToNextPut: "PUT",
  SemiAnnualYield: "SEMIANNUAL",
  YieldToShortestAverageLife: "SHORTAVGLIFE",
  SimpleYield: "SIMPLE",
  TaxEquivalentYield: "TAXEQUIV",
  YieldToTenderDate: "TENDER",
  TrueYield: "TRUE",
  YieldValueOf32nds: "VALUE1_32",
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
  CompositeUnderlyingPrice: "D",
  SimulatedSellPrice: "E",
  SimulatedBuyPrice: "F",
  MarginRate: "G",
  MidPrice: "H",
  EmptyBook: "J",
  SettleHighPrice: "K",
  SettleLowPrice: "L",
  PriorSettlePrice: "M",
  SessionHighBid: "N",
  SessionLowOffer: "O",
  EarlyPrices: "P",
  AuctionClearingPrice: "Q",
  SwapValueFactor: "S",
  DailyValueAdjustmentForLongPositions: "R",
  CumulativeValueAdjustmentForLongPositions: "T",
  DailyValueAdjustmentForShortPositions: "U",
  CumulativeValueAdjustmentForShortPositions: "V",
  FixingPrice: "W",
  CashRate: "X",
  RecoveryRate: "Y",
  RecoveryRateForLong: "Z",
  RecoveryRateForShort: "a",
  MarketBid: "b",
  MarketOffer: "c",
  ShortSaleMinPrice: "d",
  PreviousClosingPrice: "e",
  ThresholdLimitPriceBanding: "g",
  DailyFinancingValue: "h",
  AccruedFinancingValue: "i",
  Twap: "t",
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
  Manual: "L",
  OutrightPrice: "J",
  ImpliedPrice: "K",
  DepthOnOffer: "M",
  DepthOnBid: "N",
  Closing: "O",
  NewsDissemination: "P",
  TradingRange: "Q",
  OrderInflux: "R",
  DueToRelated: "S",
  NewsPending: "T",
  AdditionalInfo: "U",
  AdditionalInfoDueToRelated: "V",
  Resume: "W",
  ViewOfCommon: "X",
  VolumeAlert: "Y",
  OrderImbalance: "Z",
  EquipmentChangeover: "a",
  NoOpen: "b",
  RegularEth: "c",
  AutomaticExecution: "d",
  AutomaticExecutionEth: "e",
  FastMarketEth: "f",
  InactiveEth: "g",
  Rotation: "h",
  RotationEth: "i",
  Halt: "j",
  HaltEth: "k",
  DueToNewsDissemination: "l",
  DueToNewsPending: "m",
  TradingResume: "n",
  OutOfSequence: "o",
  BidSpecialist: "p",
  OfferSpecialist: "q",
  BidOfferSpecialist: "r",
  EndOfDaySam: "s",
  ForbiddenSam: "t",
  FrozenSam: "u",
  PreOpeningSam: "v",
  OpeningSam: "w",
  OpenSam: "x",
  SurveillanceSam: "y",
  SuspendedSam: "z",
  ReservedSam: "0",
  NoActiveSam: "1",
  Restricted: "2",
  RestOfBookVwap: "3",
  BetterPricesInConditionalOrders: "4",
  MedianPrice: "5",
  FullCurve: "6",
  FlatCurve: "7",
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
  BargainCondition: "S",
  ConvertedPriceIndicator: "T",
  ExchangeLast: "U",
  FinalPriceOfSession: "V",
  ExPit: "W",
  Crossed: "X",
  TradesResultingFromManual: "Y",
  TradesResultingFromIntermarketSweep: "Z",
  VolumeOnly: "a",
  DirectPlus: "b",
  Acquisition: "c",
  Bunched: "d",
  Distribution: "e",
  BunchedSale: "f",
  SplitTrade: "g",
  CancelStopped: "h",
  CancelEth: "i",
  CancelStoppedEth: "j",
  OutOfSequenceEth: "k",
  CancelLastEth: "l",
  SoldLastSaleEth: "m",
  CancelLast: "n",
  SoldLastSale: "o",
  CancelOpen: "p",
  CancelOpenEth: "q",
  OpenedSaleEth: "r",
  CancelOnly: "s",
  CancelOnlyEth: "t",
  LateOpenEth: "u",
  AutoExecutionEth: "v",
  Reopen: "w",
  ReopenEth: "x",
  Adjusted: "y",
  AdjustedEth: "z",
  Spread: "AA",
  SpreadEth: "AB",
  Straddle: "AC",
  StraddleEth: "AD",
  Stopped: "AE",
  StoppedEth: "AF",
  RegularEth: "AG",
  Combo: "AH",
  ComboEth: "AI",
  OfficialClosingPrice: "AJ",
  PriorReferencePrice: "AK",
  Cancel: "0",
  StoppedSoldLast: "AL",
  StoppedOutOfSequence: "AM",
  OfficialClosingPriceDup: "AN",
  CrossedOld: "AO",
  FastMarket: "AP",
  AutomaticExecution: "AQ",
  FormT: "AR",
  BasketIndex: "AS",
  BurstBasket: "AT",
  TradeThroughExempt: "AU",
  QuoteSpread: "AV",
  LastAuctionPrice: "AW",
  HighPrice: "AX",
  LowPrice: "AY",
  SystematicInternaliser: "AZ",
  AwayMarket: "BA",
  MidpointPrice: "BB",
  TradedBeforeIssueDate: "BC",
  PreviousClosingPrice: "BD",
  NationalBestBidOffer: "BE",
  ImpliedTrade: "1",
  MarketplaceEnteredTrade: "2",
  MultiAssetClassMultilegTrade: "3",
  MultilegToMultilegTrade: "4",
  ShortSaleMinPrice: "5",
  Benchmark: "6",
} as const;
export type TradeCondition = (typeof TradeCondition)[keyof typeof TradeCondition];

export const MDUpdateAction = {
  New: "0",
  Change: "1",
  Delete: "2",
  DeleteThru: "3",
  DeleteFrom: "4",
  Overlay: "5",
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
  InsufficientCredit: "D",
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
  Restricted: "3",
} as const;
export type FinancialStatus = (typeof FinancialStatus)[keyof typeof FinancialStatus];

export const CorporateAction = {
  ExDividend: "A",
  ExDistribution: "B",
  ExRights: "C",
  New: "D",
  ExInterest: "E",
  CashDividend: "F",
  StockDividend: "G",
  NonIntegerStockSplit: "H",
  ReverseStockSplit: "I",
  StandardIntegerStockSplit: "J",
  PositionConsolidation: "K",
  LiquidationReorganization: "L",
  MergerReorganization: "M",
  RightsOffering: "N",
  ShareholderMeeting: "O",
  Spinoff: "P",
  TenderOffer: "Q",
  Warrant: "R",
  SpecialAction: "S",
  SymbolConversion: "T",
  Cusip: "U",
  LeapRollover: "V",
  SuccessionEvent: "W",
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
  Active: 16,
  Canceled: 17,
  UnsolicitedQuoteReplenishment: 18,
  PendingEndTrade: 19,
  TooLateToEnd: 20,
  Traded: 21,
  TradedAndRemoved: 22,
  ContractTerminates: 23,
} as const;
export type QuoteStatus = (typeof QuoteStatus)[keyof typeof QuoteStatus];

export const QuoteCancelType = {
  CancelForOneOrMoreSecurities: 1,
  CancelForSecurityType: 2,
  CancelForUnderlyingSecurity: 3,
  CancelAllQuotes: 4,
  CancelSpecifiedSingleQuote: 5,
  CancelByTypeOfQuote: 6,
  CancelForSecurityIssuer: 7,
  CancelForIssuerOfUnderlyingSecurity: 8,
} as const;
export type QuoteCancelType = (typeof QuoteCancelType)[keyof typeof QuoteCancelType];

export const QuoteRejectReason = {
  UnknownSymbol: 1,
  Exchange: 2,
  QuoteRequestExceedsLimit: 3,
  TooLateToEnter: 4,
  UnknownQuote: 5,
  DuplicateQuote: 6,
  InvalidBid: 7,
  InvalidPrice: 8,
  NotAuthorizedToQuoteSecurity: 9,
  PriceExceedsCurrentPriceBand: 10,
  QuoteLocked: 11,
  InvalidOrUnknownSecurityIssuer: 12,
  InvalidOrUnknownIssuerOfUnderlyingSecurity: 13,
  NotionalValueExceedsThreshold: 14,
  PriceExceedsCurrentPriceBandDepr: 15,
  ReferencePriceNotAvailable: 16,
  InsufficientCreditLimit: 17,
  ExceededClipSizeLimit: 18,
  ExceededMaxNotionalOrderAmt: 19,
  ExceededDv01Pv01Limit: 20,
  ExceededCs01Limit: 21,
  Other: 99,
} as const;
export type QuoteRejectReason = (typeof QuoteRejectReason)[keyof typeof QuoteRejectReason];

export const QuoteResponseLevel = {
  NoAcknowledgement: 0,
  AcknowledgeOnlyNegativeOrErroneousQuotes: 1,
  AcknowledgeEachQuoteMessage: 2,
  SummaryAcknowledgement: 3,
} as const;
export type QuoteResponseLevel = (typeof QuoteResponseLevel)[keyof typeof QuoteResponseLevel];

export const QuoteRequestType = {
  Manual: 1,
  Automatic: 2,
  ConfirmQuote: 3,
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
  PreCross: 24,
  Cross: 25,
  PostClose: 26,
  NoCancel: 27,
} as const;
export type SecurityTradingStatus = (typeof SecurityTradingStatus)[keyof typeof SecurityTradingStatus];

export const HaltReasonInt = {
  NewsDissemination: 0,
  OrderInflux: 1,
  OrderImbalance: 2,
  AdditionalInformation: 3,
  NewsPending: 4,
  EquipmentChangeover: 5,
} as const;
export type HaltReasonInt = (typeof HaltReasonInt)[keyof typeof HaltReasonInt];

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
  Voice: 4,
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
  PegRefresh: 11,
  CancelOnConnectionLoss: 12,
  CancelOnLogout: 13,
  AssignTimePriority: 14,
  CancelledForTradePriceViolation: 15,
  CancelledForCrossImbalance: 16,
  CxldSmp: 17,
  CxldSmpAggressive: 18,
  CxldSmpPassive: 19,
  CxldSmpAggressivePassive: 20,
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
  ThrottleLimitExceeded: 8,
  ThrottleLimitExceededSessionDisconnected: 9,
  ThrottledMessagesRejectedOnRequest: 10,
  InvalidPriceIncrement: 18,
} as const;
export type BusinessRejectReason = (typeof BusinessRejectReason)[keyof typeof BusinessRejectReason];

export const DiscretionInst = {
  RelatedToDisplayedPrice: "0",
  RelatedToMarketPrice: "1",
  RelatedToPrimaryPrice: "2",
  RelatedToLocalPrimaryPrice: "3",
  RelatedToMidpointPrice: "4",
  RelatedToLastTradePrice: "5",
  RelatedToVwap: "6",
  AveragePriceGuarantee: "7",
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
  PriceSpread: 12,
  ProductTicksInHalves: 13,
  ProductTicksInFourths: 14,
  ProductTicksInEighths: 15,
  ProductTicksInSixteenths: 16,
  ProductTicksInThirtySeconds: 17,
  ProductTicksInSixtyFourths: 18,
  ProductTicksInOneTwentyEighths: 19,
  NormalRateRepresentation: 20,
  InverseRateRepresentation: 21,
  BasisPoints: 22,
  UpfrontPoints: 23,
  InterestRate: 24,
  PercentageNotional: 25,
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

export const NetGrossInd = {
  Net: 1,
  Gross: 2,
} as const;
export type NetGrossInd = (typeof NetGrossInd)[keyof typeof NetGrossInd];

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
  UkNationalInsuranceOrPensionNumber: "6",
  UsSocialSecurityNumber: "7",
  UsEmployerOrTaxIdNumber: "8",
  AustralianBusinessNumber: "9",
  AustralianTaxFileNumber: "A",
  TaxId: "J",
  KoreanInvestorId: "1",
  TaiwaneseForeignInvestorId: "2",
  TaiwaneseTradingAcct: "3",
  MalaysianCentralDepository: "4",
  ChineseInvestorId: "5",
  IsitcAcronym: "I",
  Bic: "B",
  GeneralIdentifier: "C",
  Proprietary: "D",
  IsoCountryCode: "E",
  SettlementEntityLocation: "F",
  Mic: "G",
  CsdParticipant: "H",
  AustralianCompanyNumber: "K",
  AustralianRegisteredBodyNumber: "L",
  CftcReportingFirmIdentifier: "M",
  LegalEntityIdentifier: "N",
  InterimIdentifier: "O",
  ShortCodeIdentifier: "P",
  NationalIdNaturalPerson: "Q",
  IndiaPermanentAccountNumber: "R",
  Fdid: "S",
  Spsaid: "T",
  MasterSpsaid: "U",
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
  ContraInvestorId: 39,
  TransferToFirm: 40,
  ContraPositionAccount: 41,
  ContraExchange: 42,
  InternalCarryAccount: 43,
  OrderEntryOperatorId: 44,
  SecondaryAccountNumber: 45,
  ForeignFirm: 46,
  ThirdPartyAllocationFirm: 47,
  ClaimingAccount: 48,
  AssetManager: 49,
  PledgorAccount: 50,
  PledgeeAccount: 51,
  LargeTraderReportableAccount: 52,
  TraderMnemonic: 53,
  SenderLocation: 54,
  SessionId: 55,
  AcceptableCounterparty: 56,
  UnacceptableCounterparty: 57,
  EnteringUnit: 58,
  ExecutingUnit: 59,
  IntroducingBroker: 60,
  QuoteOriginator: 61,
  ReportOriginator: 62,
  SystematicInternaliser: 63,
  MultilateralTradingFacility: 64,
  RegulatedMarket: 65,
  MarketMaker: 66,
  InvestmentFirm: 67,
  HostCompetentAuthority: 68,
  HomeCompetentAuthority: 69,
  CompetentAuthorityLiquidity: 70,
  CompetentAuthorityTransactionVenue: 71,
  ReportingIntermediary: 72,
  ExecutionVenue: 73,
  MarketDataEntryOriginator: 74,
  LocationId: 75,
  DeskId: 76,
  MarketDataMarket: 77,
  AllocationEntity: 78,
  PrimeBroker: 79,
  StepOutFirm: 80,
  BrokerClearingId: 81,
  CentralRegistrationDepository: 82,
  ClearingAccount: 83,
  AcceptableSettlingCounterparty: 84,
  UnacceptableSettlingCounterparty: 85,
  ClsMemberBank: 86,
  InConcertGroup: 87,
  InConcertControllingEntity: 88,
  LargePositionsReportingAccount: 89,
  SettlementFirm: 90,
  SettlementAccount: 91,
  ReportingMarketCenter: 92,
  RelatedReportingMarketCenter: 93,
  AwayMarket: 94,
  GiveupTradingFirm: 95,
  TakeupTradingFirm: 96,
  GiveupClearingFirm: 97,
  TakeupClearingFirm: 98,
  OriginatingMarket: 99,
  MarginAccount: 100,
  CollateralAssetAccount: 101,
  DataRepository: 102,
  CalculationAgent: 103,
  ExerciseNoticeSender: 104,
  ExerciseNoticeReceiver: 105,
  RateReferenceBank: 106,
  Correspondent: 107,
  BeneficiaryBank: 109,
  Borrower: 110,
  PrimaryObligator: 111,
  Guarantor: 112,
  ExcludedReferenceEntity: 113,
  DeterminingParty: 114,
  HedgingParty: 115,
  ReportingEntity: 116,
  SalesPerson: 117,
  Operator: 118,
  Csd: 119,
  Icsd: 120,
  TradingSubAccount: 121,
  InvestmentDecisionMaker: 122,
  PublishingIntermediary: 123,
  CsdParticipant: 124,
  Issuer: 125,
  ContraCustomerAccount: 126,
  ContraInvestmentDecisionMaker: 127,
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

export const TradeReportTransType = {
  New: 0,
  Cancel: 1,
  Replace: 2,
  Release: 3,
  Reverse: 4,
  CancelDueToBackOutOfTrade: 5,
} as const;
export type TradeReportTransType = (typeof TradeReportTransType)[keyof typeof TradeReportTransType];

export const FundRenewWaiv = {
  No: "N",
  Yes: "Y",
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

export const OwnerType = {
  IndividualInvestor: 1,
  PublicCompany: 2,
  PrivateCompany: 3,
  IndividualTrustee: 4,
  CompanyTrustee: 5,
  PensionPlan: 6,
  CustodianUnderGiftsToMinorsAct: 7,
  Trusts: 8,
  Fiduciaries: 9,
  NetworkingSubAccount: 10,
  NonProfitOrganization: 11,
  CorporateBody: 12,
  Nominee: 13,
  InstitutionalCustomer: 14,
  Combined: 15,
  MemberFirmEmployee: 16,
  MarketMakingAccount: 17,
  ProprietaryAccount: 18,
  NonbrokerDealer: 19,
  UnknownBeneficialOwnerType: 20,
  FirmsErrorAccount: 21,
  FirmAgencyAveragePriceAccount: 22,
} as const;
export type OwnerType = (typeof OwnerType)[keyof typeof OwnerType];

export const OrderCapacity = {
  Agency: "A",
  Proprietary: "G",
  Individual: "I",
  Principal: "P",
  RisklessPrincipal: "R",
  AgentForOtherMember: "W",
  MixedCapacity: "M",
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
  IssuerHolding: "B",
  IssuePriceStabilization: "C",
  NonAlgorithmic: "D",
  Algorithmic: "E",
  Cross: "F",
  InsiderAccount: "G",
  SignificantShareholder: "H",
  NormalCourseIssuerBid: "I",
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
  CancelOrdersForAMarket: "8",
  CancelOrdersForAMarketSegment: "9",
  CancelOrdersForASecurityGroup: "A",
  CancelOrdersForSecurityIssuer: "B",
  CancelForIssuerOfUnderlyingSecurity: "C",
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
  CancelOrdersForAMarket: "8",
  CancelOrdersForAMarketSegment: "9",
  CancelOrdersForASecurityGroup: "A",
  CancelOrdersForASecuritiesIssuer: "B",
  CancelOrdersForIssuerOfUnderlyingSecurity: "C",
} as const;
export type MassCancelResponse = (typeof MassCancelResponse)[keyof typeof MassCancelResponse];

export const MassCancelRejectReason = {
  MassCancelNotSupported: 0,
  InvalidOrUnknownSecurity: 1,
  InvalidOrUnknownUnderlyingSecurity: 2,
  InvalidOrUnknownProduct: 3,
  InvalidOrUnknownCfiCode: 4,
  InvalidOrUnknownSecurityType: 5,
  InvalidOrUnknownTradingSession: 6,
  InvalidOrUnknownMarket: 7,
  InvalidOrUnkownMarketSegment: 8,
  InvalidOrUnknownSecurityGroup: 9,
  InvalidOrUnknownSecurityIssuer: 10,
  InvalidOrUnknownIssuerOfUnderlyingSecurity: 11,
  Other: 99,
} as const;
export type MassCancelRejectReason = (typeof MassCancelRejectReason)[keyof typeof MassCancelRejectReason];

export const QuoteType = {
  Indicative: 0,
  Tradeable: 1,
  RestrictedTradeable: 2,
  Counter: 3,
  InitiallyTradeable: 4,
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
  BasisCross: 5,
  ContingentCross: 6,
  VwapCross: 7,
  StsCross: 8,
  CustomerToCustomer: 9,
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
  Mismatched: "3",
} as const;
export type MatchStatus = (typeof MatchStatus)[keyof typeof MatchStatus];

export const MatchType = {
  OnePartyTradeReport: "1",
  TwoPartyTradeReport: "2",
  ConfirmedTradeReport: "3",
  AutoMatch: "4",
  CrossAuction: "5",
  CounterOrderSelection: "6",
  CallAuction: "7",
  Issuing: "8",
  SystematicInternaliser: "9",
  AutoMatchLastLook: "10",
  CrossAuctionLastLook: "11",
  ActAcceptedTrade: "M3",
  ActDefaultTrade: "M4",
  ActDefaultAfterM2: "M5",
  Actm6Match: "M6",
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
  BuyIn: 14,
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
  EquitiesSpecialist: 9,
  OptionsMarketMaker: 10,
  OptionsFirmAccount: 11,
  AccountCustomerNonCustomerOrders: 12,
  AccountOrdersMultipleCustomers: 13,
} as const;
export type AccountType = (typeof AccountType)[keyof typeof AccountType];

export const CustOrderCapacity = {
  MemberTradingForTheirOwnAccount: 1,
  ClearingFirmTradingForItsProprietaryAccount: 2,
  MemberTradingForAnotherMember: 3,
  AllOther: 4,
  RetailCustomer: 5,
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
  StatusForSecurityIssuer: 9,
  StatusForIssuerOfUnderlyingSecurity: 10,
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
  FirstYearDelegate: "1",
  SecondYearDelegate: "2",
  ThirdYearDelegate: "3",
  FourthYearDelegate: "4",
  FifthYearDelegate: "5",
  SixthYearDelegate: "9",
  CboeMember: "B",
  NonMemberAndCustomer: "C",
  EquityMemberAndClearingMember: "E",
  FullAndAssociateMember: "F",
  Firms106HAnd106J: "H",
  Gim: "I",
  Lessee106FEmployees: "L",
  AllOtherOwnershipTypes: "M",
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
  InsufficientCredit: 11,
  ExceededClipSizeLimit: 12,
  ExceededMaxNotionalOrderAmt: 13,
  ExceededDv01Pv01Limit: 14,
  ExceededCs01Limit: 15,
  Other: 99,
} as const;
export type QuoteRequestRejectReason = (typeof QuoteRequestRejectReason)[keyof typeof QuoteRequestRejectReason];

export const AcctIDSource = {
  Bic: 1,
  SidCode: 2,
  Tfm: 3,
  Omgeo: 4,
  DtccCode: 5,
  Spsaid: 6,
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
  PriceSpread: 12,
  ProductTicksInHalves: 13,
  ProductTicksInFourths: 14,
  ProductTicksInEighths: 15,
  ProductTicksInSixteenths: 16,
  ProductTicksInThirtySeconds: 17,
  ProductTicksInSixtyFourths: 18,
  ProductTicksInOneTwentyEighths: 19,
  NormalRateRepresentation: 20,
  InverseRateRepresentation: 21,
  BasisPoints: 22,
  UpFrontPoints: 23,
  InterestRate: 24,
  PercentageOfNotional: 25,
} as const;
export type QuotePriceType = (typeof QuotePriceType)[keyof typeof QuotePriceType];

export const QuoteRespType = {
  Hit: 1,
  Counter: 2,
  Expired: 3,
  Cover: 4,
  DoneAway: 5,
  Pass: 6,
  EndTrade: 7,
  TimedOut: 8,
  Tied: 9,
  TiedCover: 10,
  Accept: 11,
  TerminateContract: 12,
} as const;
export type QuoteRespType = (typeof QuoteRespType)[keyof typeof QuoteRespType];

export const PosType = {
  AllocationTradeQty: "ALC",
  OptionAssignment: "AS",
  AsOfTradeQty: "ASF",
  DeliveryQty: "DLV",
  ElectronicTradeQty: "ETR",
  OptionExerciseQty: "EX",
  EndOfDayQty: "FIN",
  IntraSpreadQty: "IAS",
  InterSpreadQty: "IES",
  AdjustmentQty: "PA",
  PitTradeQty: "PIT",
  StartOfDayQty: "SOD",
  IntegralSplit: "SPL",
  TransactionFromAssignment: "TA",
  TotalTransactionQty: "TOT",
  TransactionQuantity: "TQ",
  TransferTradeQty: "TRF",
  TransactionFromExercise: "TX",
  CrossMarginQty: "XM",
  ReceiveQuantity: "RCV",
  CorporateActionAdjustment: "CAA",
  DeliveryNoticeQty: "DN",
  ExchangeForPhysicalQty: "EP",
  PrivatelyNegotiatedTradeQty: "PNTN",
  NetDeltaQty: "DLT",
  CreditEventAdjustment: "CEA",
  SuccessionEventAdjustment: "SEA",
  NetQty: "NET",
  GrossQty: "GRS",
  IntradayQty: "ITD",
  GrossLongNonDeltaAdjustedSwaptionPosition: "NDAS",
  LongDeltaAdjustedPairedSwaptionPosition: "DAS",
  ExpiringQuantity: "EXP",
  QuantityNotExercised: "UNEX",
  RequestedExerciseQuantity: "REQ",
  CashFuturesEquivalentQuantity: "CFE",
  LoanOrBorrowedQuantity: "SECLN",
} as const;
export type PosType = (typeof PosType)[keyof typeof PosType];

export const PosQtyStatus = {
  Submitted: 0,
  Accepted: 1,
  Rejected: 2,
} as const;
export type PosQtyStatus = (typeof PosQtyStatus)[keyof typeof PosQtyStatus];

export const PosAmtType = {
  CashAmount: "CASH",
  CashResidualAmount: "CRES",
  FinalMarkToMarketAmount: "FMTM",
  IncrementalMarkToMarketAmount: "IMTM",
  PremiumAmount: "PREM",
  StartOfDayMarkToMarketAmount: "SMTM",
  TradeVariationAmount: "TVAR",
  ValueAdjustedAmount: "VADJ",
  SettlementValue: "SETL",
  InitialTradeCouponAmount: "ICPN",
  AccruedCouponAmount: "ACPN",
  CouponAmount: "CPN",
  IncrementalAccruedCoupon: "IACPN",
  CollateralizedMarkToMarket: "CMTM",
  IncrementalCollateralizedMarkToMarket: "ICMTM",
  CompensationAmount: "DLV",
  TotalBankedAmount: "BANK",
  TotalCollateralizedAmount: "COLAT",
  LongPairedSwapNotionalValue: "LSNV",
  ShortPairedSwapNotionalValue: "SSNV",
  StartOfDayAccruedCoupon: "SACPN",
  NetPresentValue: "NPV",
  StartOfDayNetPresentValue: "SNPV",
  NetCashFlow: "NCF",
  PresentValueOfFees: "PVFEES",
  PresentValueOneBasisPoints: "PV01",
  FiveYearEquivalentNotional: "5YREN",
  UndiscountedMarkToMarket: "UMTM",
  MarkToModel: "MTD",
  MarkToMarketVariance: "VMTM",
  MarkToModelVariance: "VMTD",
  UpfrontPayment: "UPFRNT",
  EndVale: "ENDV",
  OutstandingMarginLoan: "MGNLN",
  LoanValue: "LNVL",
} as const;
export type PosAmtType = (typeof PosAmtType)[keyof typeof PosAmtType];

export const SettlSessID = {
  Intraday: "ITD",
  RegularTradingHours: "RTH",
  ElectronicTradingHours: "ETH",
  EndOfDay: "EOD",
} as const;
export type SettlSessID = (typeof SettlSessID)[keyof typeof SettlSessID];

export const ResponseTransportType = {
  Inband: 0,
  OutOfBand: 1,
} as const;
export type ResponseTransportType = (typeof ResponseTransportType)[keyof typeof ResponseTransportType];

export const SettlPriceType = {
  Final: 1,
  Theoretical: 2,
} as const;
export type SettlPriceType = (typeof SettlPriceType)[keyof typeof SettlPriceType];

export const TradeReportRejectReason = {
  Successful: 0,
  InvalidPartyInformation: 1,
  UnknownInstrument: 2,
  UnauthorizedToReportTrades: 3,
  InvalidTradeType: 4,
  PriceExceedsCurrentPriceBand: 5,
  ReferencePriceNotAvailable: 6,
  NotionalValueExceedsThreshold: 7,
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
  DeskReceipt: 6,
  SubmissionToClearing: 7,
  TimePriority: 8,
  OrderbookEntryTime: 9,
  OrderSubmissionTime: 10,
  PubliclyReported: 11,
  PublicReportUpdated: 12,
  NonPubliclyReported: 13,
  NonPublicReportUpdated: 14,
  SubmittedForConfirmation: 15,
  UpdatedForConfirmation: 16,
  Confirmed: 17,
  UpdatedForClearing: 18,
  Cleared: 19,
  AllocationsSubmitted: 20,
  AllocationsUpdated: 21,
  AllocationsCompleted: 22,
  SubmittedToRepository: 23,
  PostTrdContntnEvnt: 24,
  PostTradeValuation: 25,
  PreviousTimePriority: 26,
  IdentifierAssigned: 27,
  PreviousIdentifierAssigned: 28,
  OrderCancellationTime: 29,
  OrderModificationTime: 30,
  OrderRoutingTime: 31,
  TradeCancellationTime: 32,
  TradeModificationTime: 33,
  ReferenceTimeForNbbo: 34,
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
  SecurityLocateId: 27,
  MarketMaker: 28,
  EligibleCounterparty: 29,
  ProfessionalClient: 30,
  Location: 31,
  ExecutionVenue: 32,
  CurrencyDeliveryIdentifier: 33,
  AddressCity: 34,
  AddressStateOrProvince: 35,
  AddressPostalCode: 36,
  AddressStreet: 37,
  AddressIsoCountryCode: 38,
  IsoCountryCode: 39,
  MarketSegment: 40,
  CustomerAccountType: 41,
  OmnibusAccount: 42,
  FundsSegregationType: 43,
  GuaranteeFund: 44,
  SwapDealer: 45,
  MajorParticipant: 46,
  FinancialEntity: 47,
  UsPerson: 48,
  ReportingEntityIndicator: 49,
  ElectedClearingRequirementException: 50,
  BusinessCenter: 51,
  ReferenceText: 52,
  ShortMarkingExemptAccount: 53,
  ParentFirmIdentifier: 54,
  ParentFirmName: 55,
  DealIdentifier: 56,
  SystemTradeId: 57,
  SystemTradeSubId: 58,
  FcmCode: 59,
  DlvryTrmlCode: 60,
  VolntyRptEntity: 61,
  RptObligJursdctn: 62,
  VolntyRptJursdctn: 63,
  CompanyActivities: 64,
  EeAreaDomiciled: 65,
  ContractLinked: 66,
  ContractAbove: 67,
  VolntyRptPty: 68,
  EndUser: 69,
  LocationOrJurisdiction: 70,
  DerivativesDealer: 71,
  Domicile: 72,
  ExemptFromRecognition: 73,
  Payer: 74,
  Receiver: 75,
  SystematicInternaliser: 76,
  PublishingEntityIndicator: 77,
  FirstName: 78,
  Surname: 79,
  DateOfBirth: 80,
  OrderTransmittingFirm: 81,
  OrderTransmittingFirmBuyer: 82,
  OrderTransmitterSeller: 83,
  LegalEntityIdentifier: 84,
  SubSectorClassification: 85,
  PartySide: 86,
  LegalRegistrationCountry: 87,
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
  NotionalValueAveragePxGroupTrade: 3,
  AveragePricedTrade: 4,
} as const;
export type AvgPxIndicator = (typeof AvgPxIndicator)[keyof typeof AvgPxIndicator];

export const TradeAllocIndicator = {
  AllocationNotRequired: 0,
  AllocationRequired: 1,
  UseAllocationProvidedWithTheTrade: 2,
  AllocationGiveUpExecutor: 3,
  AllocationFromExecutor: 4,
  AllocationToClaimAccount: 5,
  TradeSplit: 6,
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
  ExchangeForRisk: 11,
  ExchangeForSwap: 12,
  ExchangeOfFuturesFor: 13,
  ExchangeOfOptionsForOptions: 14,
  TradingAtSettlement: 15,
  AllOrNone: 16,
  FuturesLargeOrderExecution: 17,
  ExchangeOfFuturesForFutures: 18,
  OptionInterimTrade: 19,
  OptionCabinetTrade: 20,
  PrivatelyNegotiatedTrades: 22,
  SubstitutionOfFuturesForForwards: 23,
  NonStandardSettlement: 48,
  DerivativeRelatedTransaction: 49,
  PortfolioTrade: 50,
  VolumeWeightedAverageTrade: 51,
  ExchangeGrantedTrade: 52,
  RepurchaseAgreement: 53,
  Otc: 54,
  ExchangeBasisFacility: 55,
  OpeningTrade: 56,
  NettedTrade: 57,
  BlockSwapTrade: 58,
  CreditEventTrade: 59,
  SuccessionEventTrade: 60,
  GiveUpGiveInTrade: 61,
  DarkTrade: 62,
  TechnicalTrade: 63,
  Benchmark: 64,
  PackageTrade: 65,
  RollTrade: 66,
  ErrorTrade: 24,
  SpecialCumDividend: 25,
  SpecialExDividend: 26,
  SpecialCumCoupon: 27,
  SpecialExCoupon: 28,
  CashSettlement: 29,
  SpecialPrice: 30,
  GuaranteedDelivery: 31,
  SpecialCumRights: 32,
  SpecialExRights: 33,
  SpecialCumCapitalRepayments: 34,
  SpecialExCapitalRepayments: 35,
  SpecialCumBonus: 36,
  SpecialExBonus: 37,
  LargeTrade: 38,
  WorkedPrincipalTrade: 39,
  BlockTrades: 40,
  NameChange: 41,
  PortfolioTransfer: 42,
  ProrogationBuy: 43,
  ProrogationSell: 44,
  OptionExercise: 45,
  DeltaNeutralTransaction: 46,
  FinancingTransaction: 47,
} as const;
export type TrdType = (typeof TrdType)[keyof typeof TrdType];

export const TrdSubType = {
  Cmta: 0,
  InternalTransferOrAdjustment: 1,
  ExternalTransferOrTransferOfAccount: 2,
  RejectForSubmittingSide: 3,
  AdvisoryForContraSide: 4,
  OffsetDueToAnAllocation: 5,
  OnsetDueToAnAllocation: 6,
  DifferentialSpread: 7,
  ImpliedSpreadLegExecutedAgainstAnOutright: 8,
  TransactionFromExercise: 9,
  TransactionFromAssignment: 10,
  Acats: 11,
  OffHoursTrade: 33,
  OnHoursTrade: 34,
  OtcQuote: 35,
  ConvertedSwap: 36,
  WashTrade: 40,
  TradeAtSettlement: 41,
  AuctionTrade: 42,
  TradeAtMarker: 43,
  CreditDefault: 44,
  CreditRestructuring: 45,
  Merger: 46,
  SpinOff: 47,
  MultilateralCompression: 48,
  Balancing: 50,
  BasisTradeIndexClose: 51,
  TradeAtCashOpen: 52,
  TrdSubmitVenueClrSettl: 53,
  BilateralCompression: 54,
  Ai: 14,
  B: 15,
  K: 16,
  Lc: 17,
  M: 18,
  N: 19,
  Nm: 20,
  Nr: 21,
  P: 22,
  Pa: 23,
  Pc: 24,
  Pn: 25,
  R: 26,
  Ro: 27,
  Rt: 28,
  Sw: 29,
  T: 30,
  Wn: 31,
  Wt: 32,
  CrossedTrade: 37,
  InterimProtectedTrade: 38,
  LargeInScale: 39,
} as const;
export type TrdSubType = (typeof TrdSubType)[keyof typeof TrdSubType];

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
  Percentage: 4,
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

export const DiscretionOffsetType = {
  Price: 0,
  BasisPoints: 1,
  Ticks: 2,
  PriceTier: 3,
} as const;
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
  NeitherAddedNorRemovedLiquidity: 0,
  AddedLiquidity: 1,
  RemovedLiquidity: 2,
  LiquidityRoutedOut: 3,
  Auction: 4,
  TriggeredStopOrder: 5,
  TriggeredContingencyOrder: 6,
  TriggeredMarketOrder: 7,
  RemovedLiquidityAfterFirmOrderCommitment: 8,
  AuctionExecutionAfterFirmOrderCommitment: 9,
  Unknown: 10,
  Other: 11,
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
  UnitsOfMeasurePerTimeUnit: 2,
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
  Defaulted: 8,
  InvalidCmta: 9,
  Pended: 10,
  AllegedNew: 11,
  AllegedAddendum: 12,
  AllegedNo: 13,
  AllegedTradeReportCancel: 14,
  AllegedTradeBreak: 15,
  Verify: 16,
  Dispute: 17,
  NonMaterialUpdate: 18,
} as const;
export type TradeReportType = (typeof TradeReportType)[keyof typeof TradeReportType];

export const EventType = {
  Put: 1,
  Call: 2,
  Tender: 3,
  SinkingFundCall: 4,
  Activation: 5,
  Inactiviation: 6,
  LastEligibleTradeDate: 7,
  SwapStartDate: 8,
  SwapEndDate: 9,
  SwapRollDate: 10,
  SwapNextStartDate: 11,
  SwapNextRollDate: 12,
  FirstDeliveryDate: 13,
  LastDeliveryDate: 14,
  InitialInventoryDueDate: 15,
  FinalInventoryDueDate: 16,
  FirstIntentDate: 17,
  LastIntentDate: 18,
  PositionRemovalDate: 19,
  MinimumNotice: 20,
  DeliveryStartTime: 21,
  DeliveryEndTime: 22,
  FirstNoticeDate: 23,
  LastNoticeDate: 24,
  FirstExerciseDate: 25,
  RedemptionDate: 26,
  TrdCntntnEfctvDt: 27,
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
  PriceTickRulesForSecurity: 23,
  TradeTypeEligibilityDetailsForSecurity: 24,
  InstrumentDenominator: 25,
  InstrumentNumerator: 26,
  InstrumentPricePrecision: 27,
  InstrumentStrikePrice: 28,
  TradeableIndicator: 29,
  InstrumentEligibleAnonOrders: 30,
  MinGuaranteedFillVolume: 31,
  MinGuaranteedFillStatus: 32,
  TradeAtSettlementEligibility: 33,
  TestInstrument: 34,
  DummyInstrument: 35,
  NegativeSettlementPriceEligibility: 36,
  NegativeStrikePriceEligibility: 37,
  UsStdContractInd: 38,
  AdmittedToTradingOnTradingVenue: 39,
  AverageDailyNotionalAmount: 40,
  AverageDailyNumberTrades: 41,
  Text: 99,
} as const;
export type InstrAttribType = (typeof InstrAttribType)[keyof typeof InstrAttribType];

export const CPProgram = {
  Program3a3: 1,
  Program42: 2,
  Program3a2: 3,
  Program3a3And3c7: 4,
  Program3a4: 5,
  Program3a5: 6,
  Program3a7: 7,
  Program3c7: 8,
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
  DeliverByValue: 4,
} as const;
export type DeliveryType = (typeof DeliveryType)[keyof typeof DeliveryType];

export const TrdRptStatus = {
  Accepted: 0,
  Rejected: 1,
  Cancelled: 2,
  AcceptedWithErrors: 3,
  PendingNew: 4,
  PendingCancel: 5,
  PendingReplace: 6,
  Terminated: 7,
  PendingVerification: 8,
  DeemedVerified: 9,
  Verified: 10,
  Disputed: 11,
} as const;
export type TrdRptStatus = (typeof TrdRptStatus)[keyof typeof TrdRptStatus];

export const StrategyParameterType = {
  Int: 1,
  Length: 2,
  NumInGroup: 3,
  SeqNum: 4,
  TagNum: 5,
  Float: 6,
  Qty: 7,
  Price: 8,
  PriceOffset: 9,
  Amt: 10,
  Percentage: 11,
  Char: 12,
  Boolean: 13,
  String: 14,
  MultipleCharValue: 15,
  Currency: 16,
  Exchange: 17,
  MonthYear: 18,
  UtcTimestamp: 19,
  UtcTimeOnly: 20,
  LocalMktDate: 21,
  UtcDateOnly: 22,
  Data: 23,
  MultipleStringValue: 24,
  Country: 25,
  Language: 26,
  TzTimeOnly: 27,
  TzTimestamp: 28,
  Tenor: 29,
} as const;
export type StrategyParameterType = (typeof StrategyParameterType)[keyof typeof StrategyParameterType];

export const SecurityStatus = {
  Active: "1",
  Inactive: "2",
  ActiveClosingOrdersOnly: "3",
  Expired: "4",
  Delisted: "5",
  KnockedOut: "6",
  KnockOutRevoked: "7",
  PendingExpiry: "8",
  Suspended: "9",
  Published: "10",
  PendingDeletion: "11",
} as const;
export type SecurityStatus = (typeof SecurityStatus)[keyof typeof SecurityStatus];

export const UnderlyingCashType = {
  Fixed: "FIXED",
  Diff: "DIFF",
} as const;
export type UnderlyingCashType = (typeof UnderlyingCashType)[keyof typeof UnderlyingCashType];

export const UnderlyingSettlementType = {
  TPlus1: 2,
  TPlus3: 4,
  TPlus4: 5,
} as const;
export type UnderlyingSettlementType = (typeof UnderlyingSettlementType)[keyof typeof UnderlyingSettlementType];

export const UnitOfMeasure = {
  BillionCubicFeet: "Bcf",
  CubicMeters: "CBM",
  Gigajoules: "GJ",
  HeatRate: "kHR",
  KilowattHours: "kWh",
  MegaHeatRate: "MHR",
  OneMillionBtu: "MMBtu",
  MegawattHours: "MWh",
  Therms: "thm",
  TonsOfCarbonDioxide: "tnCO2",
  MillionBarrels: "MMbbl",
  Allowances: "Alw",
  Barrels: "Bbl",
  BoardFeet: "BDFT",
  Bushels: "Bu",
  Currency: "Ccy",
  CoolingDegreeDay: "CDD",
  CertifiedEmissionsReduction: "CER",
  CriticalPrecipDay: "CPD",
  ClimateReserveTonnes: "CRT",
  Hundredweight: "cwt",
  Day: "day",
  DryMetricTons: "dt",
  EnvAllwncCert: "EnvAllwnc",
  EnvironmentalCredit: "EnvCrd",
  EnvironmentalOffset: "EnvOfst",
  Grams: "g",
  Gallons: "Gal",
  GrossTons: "GT",
  HeatingDegreeDay: "HDD",
  IndexPoint: "IPNT",
  Kilograms: "kg",
  Kiloliters: "kL",
  KilowattYear: "kW-a",
  KilowattDay: "kW-d",
  KilowattHour: "kW-h",
  KilowattMonth: "kW-M",
  KilowattMinute: "kW-min",
  Liters: "L",
  Pounds: "lbs",
  MegawattYear: "MW-a",
  MegawattDay: "MW-d",
  MegawattHour: "MW-h",
  MegawattMonth: "MW-M",
  MegawattMinute: "MW-min",
  TroyOunces: "oz_tr",
  PrincipalWithRelationToDebtInstrument: "PRINC",
  MetricTons: "t",
  Tons: "tn",
  Are: "a",
  Acre: "ac",
  Centiliter: "cL",
  Centimeter: "cM",
  DieselGallonEquivalent: "DGE",
  Foot: "ft",
  GbGallon: "Gal_gb",
  GasolineGallonEquivalent: "GGE",
  Hectare: "ha",
  Inch: "in",
  Kilometer: "kM",
  Meter: "M",
  Mile: "mi",
  Milliliter: "mL",
  Millimeter: "mM",
  UsOunce: "oz",
  Piece: "pc",
  UsPint: "pt",
  GbPint: "pt_gb",
  UsQuart: "qt",
  GbQuart: "qt_gb",
  SquareCentimeter: "SqcM",
  SquareFoot: "Sqft",
  SquareInch: "Sqin",
  SquareKilometer: "SqkM",
  SquareMeter: "SqM",
  SquareMile: "Sqmi",
  SquareMillimeter: "SqmM",
  SquareYard: "Sqyd",
  Yard: "yd",
  UsDollars: "USD",
} as const;
export type UnitOfMeasure = (typeof UnitOfMeasure)[keyof typeof UnitOfMeasure];

export const TimeUnit = {
  Hour: "H",
  Minute: "Min",
  Second: "S",
  Day: "D",
  Week: "Wk",
  Month: "Mo",
  Year: "Yr",
  Quarter: "Q",
} as const;
export type TimeUnit = (typeof TimeUnit)[keyof typeof TimeUnit];

export const AllocMethod = {
  Automatic: 1,
  Guarantor: 2,
  Manual: 3,
  BrokerAssigned: 4,
} as const;
export type AllocMethod = (typeof AllocMethod)[keyof typeof AllocMethod];

export const AsOfIndicator = {
  False: "0",
  True: "1",
} as const;
export type AsOfIndicator = (typeof AsOfIndicator)[keyof typeof AsOfIndicator];

export const MDBookType = {
  TopOfBook: 1,
  PriceDepth: 2,
  OrderDepth: 3,
} as const;
export type MDBookType = (typeof MDBookType)[keyof typeof MDBookType];

export const MDOriginType = {
  Book: 0,
  OffBook: 1,
  Cross: 2,
  QuoteDrivenMarket: 3,
  DarkOrderBook: 4,
  AuctionDrivenMarket: 5,
  QuoteNegotiation: 6,
  VoiceNegotiation: 7,
  HybridMarket: 8,
} as const;
export type MDOriginType = (typeof MDOriginType)[keyof typeof MDOriginType];

export const CustOrderHandlingInst = {
  PhoneSimple: "A",
  PhoneComplex: "B",
  FcmProvidedScreen: "C",
  OtherProvidedScreen: "D",
  ClientProvidedPlatformControlledByFcm: "E",
  ClientProvidedPlatformDirectToExchange: "F",
  AlgoEngine: "H",
  PriceAtExecution: "J",
  DeskElectronic: "W",
  DeskPit: "X",
  ClientElectronic: "Y",
  ClientPit: "Z",
  AddOnOrder: "ADD",
  AllOrNone: "AON",
  ConditionalOrder: "CND",
  CashNotHeld: "CNH",
  DeliveryInstructionsCash: "CSH",
  DirectedOrder: "DIR",
  DiscretionaryLimitOrder: "DLO",
  ExchangeForPhysicalTransaction: "E.W",
  FillOrKill: "FOK",
  IntraDayCross: "IDX",
  ImbalanceOnly: "IO",
  ImmediateOrCancel: "IOC",
  IntermarketSweepOrder: "ISO",
  LimitOnOpen: "LOO",
  LimitOnClose: "LOC",
  MarketAtOpen: "MAO",
  MarketAtClose: "MAC",
  MarketOnOpen: "MOO",
  MarketOnClose: "MOC",
  MergerRelatedTransferPosition: "MPT",
  MinimumQuantity: "MQT",
  MarketToLimit: "MTL",
  DeliveryInstructionsNextDay: "ND",
  NotHeld: "NH",
  OptionsRelatedTransaction: "OPT",
  OverTheDay: "OVD",
  Pegged: "PEG",
  ReserveSizeOrder: "RSV",
  StopStockTransaction: "S.W",
  Scale: "SCL",
  DeliveryInstructionsSellersOption: "SLR",
  TimeOrder: "TMO",
  TrailingStop: "TS",
  Work: "WRK",
  StayOnOfferside: "F0",
  GoAlong: "F3",
  ParticipateDoNotInitiate: "F6",
  StrictScale: "F7",
  TryToScale: "F8",
  StayOnBidside: "F9",
  NoCross: "FA",
  OkToCross: "FB",
  CallFirst: "FC",
  PercentOfVolume: "FD",
  ReinstateOnSystemFailure: "FH",
  InstitutionOnly: "FI",
  ReinstateOnTradingHalt: "FJ",
  CancelOnTradingHalf: "FK",
  LastPeg: "FL",
  MidPricePeg: "FM",
  NonNegotiable: "FN",
  OpeningPeg: "FO",
  MarketPeg: "FP",
  CancelOnSystemFailure: "FQ",
  PrimaryPeg: "FR",
  Suspend: "FS",
  FixedPegToLocalBbo: "FT",
  PegToVwap: "FW",
  TradeAlong: "FX",
  TryToStop: "FY",
  CancelIfNotBest: "FZ",
  StrictLimit: "Fb",
  IgnorePriceValidityChecks: "Fc",
  PegToLimitPrice: "Fd",
  WorkToTargetStrategy: "Fe",
  GOrderAndFcmapIorFix: "G",
} as const;
export type CustOrderHandlingInst = (typeof CustOrderHandlingInst)[keyof typeof CustOrderHandlingInst];

export const OrderHandlingInstSource = {
  Finraoats: 1,
  FiaExecutionSourceCode: 2,
} as const;
export type OrderHandlingInstSource = (typeof OrderHandlingInstSource)[keyof typeof OrderHandlingInstSource];

export const DeskType = {
  Agency: "A",
  Arbitrage: "AR",
  BlockTrading: "B",
  ConvertibleDesk: "C",
  CentralRiskBooks: "CR",
  Derivatives: "D",
  EquityCapitalMarkets: "EC",
  International: "IN",
  Institutional: "IS",
  Other: "O",
  PreferredTrading: "PF",
  Proprietary: "PR",
  ProgramTrading: "PT",
  Sales: "S",
  Swaps: "SW",
  TradingDeskSystem: "T",
  Treasury: "TR",
  FloorBroker: "FB",
} as const;
export type DeskType = (typeof DeskType)[keyof typeof DeskType];

export const DeskTypeSource = {
  Finraoats: 1,
} as const;
export type DeskTypeSource = (typeof DeskTypeSource)[keyof typeof DeskTypeSource];

export const ExecAckStatus = {
  Received: "0",
  Accepted: "1",
  DontKnow: "2",
} as const;
export type ExecAckStatus = (typeof ExecAckStatus)[keyof typeof ExecAckStatus];

export const UnderlyingFXRateCalc = {
  Divide: "D",
  Multiply: "M",
} as const;
export type UnderlyingFXRateCalc = (typeof UnderlyingFXRateCalc)[keyof typeof UnderlyingFXRateCalc];

export const DealingCapacity = {
  Agent: "A",
  Principal: "P",
  RisklessPrincipal: "R",
} as const;
export type DealingCapacity = (typeof DealingCapacity)[keyof typeof DealingCapacity];

export const InstrmtAssignmentMethod = {
  ProRata: "P",
  Random: "R",
} as const;
export type InstrmtAssignmentMethod = (typeof InstrmtAssignmentMethod)[keyof typeof InstrmtAssignmentMethod];

export const MDQuoteType = {
  Indicative: 0,
  Tradeable: 1,
  RestrictedTradeable: 2,
  Counter: 3,
  IndicativeAndTradeable: 4,
} as const;
export type MDQuoteType = (typeof MDQuoteType)[keyof typeof MDQuoteType];

export const RefOrderIDSource = {
  SecondaryOrderId: "0",
  OrderId: "1",
  MdEntryId: "2",
  QuoteEntryId: "3",
  OriginalOrderId: "4",
  QuoteId: "5",
  QuoteReqId: "6",
  PreviousOrderIdentifier: "7",
  PreviousQuoteIdentifier: "8",
  ParentOrderIdentifier: "9",
  ManualOrderIdentifier: "A",
} as const;
export type RefOrderIDSource = (typeof RefOrderIDSource)[keyof typeof RefOrderIDSource];

export const DisplayWhen = {
  Immediate: "1",
  Exhaust: "2",
} as const;
export type DisplayWhen = (typeof DisplayWhen)[keyof typeof DisplayWhen];

export const DisplayMethod = {
  Initial: "1",
  New: "2",
  Random: "3",
  Undisclosed: "4",
} as const;
export type DisplayMethod = (typeof DisplayMethod)[keyof typeof DisplayMethod];

export const PriceProtectionScope = {
  None: "0",
  Local: "1",
  National: "2",
  Global: "3",
} as const;
export type PriceProtectionScope = (typeof PriceProtectionScope)[keyof typeof PriceProtectionScope];

export const LotType = {
  OddLot: "1",
  RoundLot: "2",
  BlockLot: "3",
  RoundLotBasedUpon: "4",
} as const;
export type LotType = (typeof LotType)[keyof typeof LotType];

export const PegPriceType = {
  LastPeg: 1,
  MidPricePeg: 2,
  OpeningPeg: 3,
  MarketPeg: 4,
  PrimaryPeg: 5,
  PegToVwap: 7,
  TrailingStopPeg: 8,
  PegToLimitPrice: 9,
  ShortSaleMinPricePeg: 10,
} as const;
export type PegPriceType = (typeof PegPriceType)[keyof typeof PegPriceType];

export const TriggerType = {
  PartialExecution: "1",
  SpecifiedTradingSession: "2",
  NextAuction: "3",
  PriceMovement: "4",
  OnOrderEntryOrModification: "5",
} as const;
export type TriggerType = (typeof TriggerType)[keyof typeof TriggerType];

export const TriggerAction = {
  Activate: "1",
  Modify: "2",
  Cancel: "3",
} as const;
export type TriggerAction = (typeof TriggerAction)[keyof typeof TriggerAction];

export const TriggerPriceType = {
  BestOffer: "1",
  LastTrade: "2",
  BestBid: "3",
  BestBidOrLastTrade: "4",
  BestOfferOrLastTrade: "5",
  BestMid: "6",
} as const;
export type TriggerPriceType = (typeof TriggerPriceType)[keyof typeof TriggerPriceType];

export const TriggerPriceTypeScope = { ...PriceProtectionScope } as const;
export type TriggerPriceTypeScope = (typeof TriggerPriceTypeScope)[keyof typeof TriggerPriceTypeScope];

export const TriggerPriceDirection = {
  Up: "U",
  Down: "D",
} as const;
export type TriggerPriceDirection = (typeof TriggerPriceDirection)[keyof typeof TriggerPriceDirection];

export const TriggerOrderType = {
  Market: "1",
  Limit: "2",
} as const;
export type TriggerOrderType = (typeof TriggerOrderType)[keyof typeof TriggerOrderType];

export const OrderCategory = {
  Order: "1",
  Quote: "2",
  PrivatelyNegotiatedTrade: "3",
  MultilegOrder: "4",
  LinkedOrder: "5",
  QuoteRequest: "6",
  ImpliedOrder: "7",
  CrossOrder: "8",
  StreamingPrice: "9",
  InternalCrossOrder: "A",
} as const;
export type OrderCategory = (typeof OrderCategory)[keyof typeof OrderCategory];

export const TradeHandlingInstr = {
  TradeConfirmation: "0",
  TwoPartyReport: "1",
  OnePartyReportForMatching: "2",
  OnePartyReportForPassThrough: "3",
  AutomatedFloorOrderRouting: "4",
  TwoPartyReportForClaim: "5",
  OnePartyReport: "6",
  ThirdPtyRptForPassThrough: "7",
  OnePartyReportAutoMatch: "8",
} as const;
export type TradeHandlingInstr = (typeof TradeHandlingInstr)[keyof typeof TradeHandlingInstr];

export const ExDestinationIDSource = {
  Bic: "B",
  GeneralIdentifier: "C",
  Proprietary: "D",
  IsoCountryCode: "E",
  Mic: "G",
} as const;
export type ExDestinationIDSource = (typeof ExDestinationIDSource)[keyof typeof ExDestinationIDSource];

export const SettlObligSource = {
  InstructionsOfBroker: "1",
  InstructionsForInstitution: "2",
  Investor: "3",
  BuyersSettlementInstructions: "4",
  SellersSettlementInstructions: "5",
} as const;
export type SettlObligSource = (typeof SettlObligSource)[keyof typeof SettlObligSource];

export const RespondentType = {
  AllMarketParticipants: 1,
  SpecifiedMarketParticipants: 2,
  AllMarketMakers: 3,
  PrimaryMarketMaker: 4,
} as const;
export type RespondentType = (typeof RespondentType)[keyof typeof RespondentType];

export const SecurityTradingEvent = {
  OrderImbalance: 1,
  TradingResumes: 2,
  PriceVolatilityInterruption: 3,
  ChangeOfTradingSession: 4,
  ChangeOfTradingSubsession: 5,
  ChangeOfSecurityTradingStatus: 6,
  ChangeOfBookType: 7,
  ChangeOfMarketDepth: 8,
  CorporateAction: 9,
} as const;
export type SecurityTradingEvent = (typeof SecurityTradingEvent)[keyof typeof SecurityTradingEvent];

export const StatsType = {
  ExchangeLast: 1,
  High: 2,
  AveragePrice: 3,
  Turnover: 4,
} as const;
export type StatsType = (typeof StatsType)[keyof typeof StatsType];

export const MDSecSizeType = {
  Customer: 1,
  CustomerProfessional: 2,
  DoNotTradeThrough: 3,
} as const;
export type MDSecSizeType = (typeof MDSecSizeType)[keyof typeof MDSecSizeType];

export const SettlMethod = {
  CashSettlementRequired: "C",
  PhysicalSettlementRequired: "P",
  Election: "E",
} as const;
export type SettlMethod = (typeof SettlMethod)[keyof typeof SettlMethod];

export const ExerciseStyle = {
  European: 0,
  American: 1,
  Bermuda: 2,
  Other: 99,
} as const;
export type ExerciseStyle = (typeof ExerciseStyle)[keyof typeof ExerciseStyle];

export const PriceQuoteMethod = {
  Standard: "STD",
  Index: "INX",
  InterestRateIndex: "INT",
  PercentOfPar: "PCTPAR",
} as const;
export type PriceQuoteMethod = (typeof PriceQuoteMethod)[keyof typeof PriceQuoteMethod];

export const ValuationMethod = {
  PremiumStyle: "EQTY",
  FuturesStyleMarkToMarket: "FUT",
  FuturesStyleWithAnAttachedCashAdjustment: "FUTDA",
  CdsStyleCollateralization: "CDS",
  CdsInDeliveryUseRecoveryRateToCalculate: "CDSD",
} as const;
export type ValuationMethod = (typeof ValuationMethod)[keyof typeof ValuationMethod];

export const ListMethod = {
  PreListedOnly: 0,
  UserRequested: 1,
} as const;
export type ListMethod = (typeof ListMethod)[keyof typeof ListMethod];

export const PriceLimitType = {
  Price: 0,
  Ticks: 1,
  Percentage: 2,
} as const;
export type PriceLimitType = (typeof PriceLimitType)[keyof typeof PriceLimitType];

export const TradSesEvent = {
  TradingResumes: 0,
  ChangeOfTradingSession: 1,
  ChangeOfTradingSubsession: 2,
  ChangeOfTradingStatus: 3,
} as const;
export type TradSesEvent = (typeof TradSesEvent)[keyof typeof TradSesEvent];

export const MassActionType = {
  SuspendOrders: 1,
  ReleaseOrdersFromSuspension: 2,
  CancelOrders: 3,
} as const;
export type MassActionType = (typeof MassActionType)[keyof typeof MassActionType];

export const MassActionScope = {
  AllOrdersForASecurity: 1,
  AllOrdersForAnUnderlyingSecurity: 2,
  AllOrdersForAProduct: 3,
  AllOrdersForAcfiCode: 4,
  AllOrdersForASecurityType: 5,
  AllOrdersForATradingSession: 6,
  AllOrders: 7,
  AllOrdersForAMarket: 8,
  AllOrdersForAMarketSegment: 9,
  AllOrdersForASecurityGroup: 10,
  CancelForSecurityIssuer: 11,
  CancelForIssuerOfUnderlyingSecurity: 12,
} as const;
export type MassActionScope = (typeof MassActionScope)[keyof typeof MassActionScope];

export const MassActionResponse = {
  Rejected: 0,
  Accepted: 1,
  Completed: 2,
} as const;
export type MassActionResponse = (typeof MassActionResponse)[keyof typeof MassActionResponse];

export const MassActionRejectReason = {
  MassActionNotSupported: 0,
  InvalidOrUnknownSecurity: 1,
  InvalidOrUnknownUnderlyingSecurity: 2,
  InvalidOrUnknownProduct: 3,
  InvalidOrUnknownCfiCode: 4,
  InvalidOrUnknownSecurityType: 5,
  InvalidOrUnknownTradingSession: 6,
  InvalidOrUnknownMarket: 7,
  InvalidOrUnknownMarketSegment: 8,
  InvalidOrUnknownSecurityGroup: 9,
  InvalidOrUnknownSecurityIssuer: 10,
  InvalidOrUnknownIssuerOfUnderlyingSecurity: 11,
  Other: 99,
} as const;
export type MassActionRejectReason = (typeof MassActionRejectReason)[keyof typeof MassActionRejectReason];

export const ContingencyType = {
  OneCancelsTheOther: 1,
  OneTriggersTheOther: 2,
  OneUpdatesTheOtherAbsolute: 3,
  OneUpdatesTheOtherProportional: 4,
  BidAndOffer: 5,
  BidAndOfferOco: 6,
} as const;
export type ContingencyType = (typeof ContingencyType)[keyof typeof ContingencyType];

export const ListRejectReason = {
  BrokerCredit: 0,
  ExchangeClosed: 2,
  TooLateToEnter: 4,
  UnknownOrder: 5,
  DuplicateOrder: 6,
  UnsupportedOrderCharacteristic: 11,
  Other: 99,
} as const;
export type ListRejectReason = (typeof ListRejectReason)[keyof typeof ListRejectReason];

export const TradePublishIndicator = {
  DoNotPublishTrade: 0,
  PublishTrade: 1,
  DeferredPublication: 2,
  Published: 3,
} as const;
export type TradePublishIndicator = (typeof TradePublishIndicator)[keyof typeof TradePublishIndicator];

export const OrderDelayUnit = {
  Seconds: 0,
  TenthsOfASecond: 1,
  HundredthsOfASecond: 2,
  Milliseconds: 3,
  Microseconds: 4,
  Nanoseconds: 5,
  Minutes: 10,
  Hours: 11,
  Days: 12,
  Weeks: 13,
  Months: 14,
  Years: 15,
} as const;
export type OrderDelayUnit = (typeof OrderDelayUnit)[keyof typeof OrderDelayUnit];

export const VenueType = {
  Electronic: "E",
  Pit: "P",
  ExPit: "X",
  ClearingHouse: "C",
  RegisteredMarket: "R",
  OffMarket: "O",
  CentralLimitOrderBook: "B",
  QuoteDrivenMarket: "Q",
  DarkOrderBook: "D",
  AuctionDrivenMarket: "A",
  QuoteNegotiation: "N",
  VoiceNegotiation: "V",
  HybridMarket: "H",
  OtherMarket: "z",
} as const;
export type VenueType = (typeof VenueType)[keyof typeof VenueType];

export const RefOrdIDReason = {
  GtcFromPreviousDay: 0,
  PartialFillRemaining: 1,
  OrderChanged: 2,
} as const;
export type RefOrdIDReason = (typeof RefOrdIDReason)[keyof typeof RefOrdIDReason];

export const OrigCustOrderCapacity = {
  MemberTradingForTheirOwnAccount: 1,
  ClearingFirmTradingForItsProprietaryAccount: 2,
  MemberTradingForAnotherMember: 3,
  AllOther: 4,
} as const;
export type OrigCustOrderCapacity = (typeof OrigCustOrderCapacity)[keyof typeof OrigCustOrderCapacity];

export const ContractMultiplierUnit = {
  Shares: 0,
  Hours: 1,
  Days: 2,
} as const;
export type ContractMultiplierUnit = (typeof ContractMultiplierUnit)[keyof typeof ContractMultiplierUnit];

export const FlowScheduleType = {
  NercEasternOffPeak: 0,
  NercWesternOffPeak: 1,
  NercCalendarAllDaysInMonth: 2,
  NercEasternPeak: 3,
  NercWesternPeak: 4,
  AllTimes: 5,
  OnPeak: 6,
  OffPeak: 7,
  Base: 8,
  Block: 9,
  Other: 99,
} as const;
export type FlowScheduleType = (typeof FlowScheduleType)[keyof typeof FlowScheduleType];

export const RateSource = {
  Bloomberg: 0,
  Reuters: 1,
  Telerate: 2,
  IsdaRateOption: 3,
  Other: 99,
} as const;
export type RateSource = (typeof RateSource)[keyof typeof RateSource];

export const RateSourceType = {
  Primary: 0,
  Secondary: 1,
} as const;
export type RateSourceType = (typeof RateSourceType)[keyof typeof RateSourceType];

export const RestructuringType = {
  FullRestructuring: "FR",
  ModifiedRestructuring: "MR",
  ModifiedModRestructuring: "MM",
  NoRestructuringSpecified: "XR",
} as const;
export type RestructuringType = (typeof RestructuringType)[keyof typeof RestructuringType];

export const Seniority = {
  SeniorSecured: "SD",
  Senior: "SR",
  Subordinated: "SB",
  Junior: "JR",
  Mezzanine: "MZ",
  SeniorNonPreferred: "SN",
} as const;
export type Seniority = (typeof Seniority)[keyof typeof Seniority];

export const NewsCategory = {
  CompanyNews: 0,
  MarketplaceNews: 1,
  FinancialMarketNews: 2,
  TechnicalNews: 3,
  OtherNews: 99,
} as const;
export type NewsCategory = (typeof NewsCategory)[keyof typeof NewsCategory];

export const NewsRefType = {
  Replacement: 0,
  OtherLanguage: 1,
  Complimentary: 2,
  Withdrawal: 3,
} as const;
export type NewsRefType = (typeof NewsRefType)[keyof typeof NewsRefType];

export const StrikePriceDeterminationMethod = {
  FixedStrike: 1,
  StrikeSetAtExpiration: 2,
  StrikeSetToAverageAcrossLife: 3,
  StrikeSetToOptimalValue: 4,
} as const;
export type StrikePriceDeterminationMethod = (typeof StrikePriceDeterminationMethod)[keyof typeof StrikePriceDeterminationMethod];

export const StrikePriceBoundaryMethod = {
  LessThan: 1,
  LessThanOrEqual: 2,
  Equal: 3,
  GreaterThanOrEqual: 4,
  GreaterThan: 5,
} as const;
export type StrikePriceBoundaryMethod = (typeof StrikePriceBoundaryMethod)[keyof typeof StrikePriceBoundaryMethod];

export const UnderlyingPriceDeterminationMethod = {
  Regular: 1,
  SpecialReference: 2,
  OptimalValue: 3,
  AverageValue: 4,
} as const;
export type UnderlyingPriceDeterminationMethod = (typeof UnderlyingPriceDeterminationMethod)[keyof typeof UnderlyingPriceDeterminationMethod];

export const OptPayoutType = {
  Vanilla: 1,
  Capped: 2,
  Binary: 3,
  Asian: 4,
  Barrier: 5,
  DigitalBarrier: 6,
  Lookback: 7,
  OtherPathDependent: 8,
  Other: 99,
} as const;
export type OptPayoutType = (typeof OptPayoutType)[keyof typeof OptPayoutType];

export const ComplexEventType = {
  Capped: 1,
  Trigger: 2,
  KnockInUp: 3,
  KnockInDown: 4,
  KnockOutUp: 5,
  KnockOutDown: 6,
  Underlying: 7,
  ResetBarrier: 8,
  RollingBarrier: 9,
  OneTouch: 10,
  NoTouch: 11,
  DblOneTouch: 12,
  DblNoTouch: 13,
  FxComposite: 14,
  FxQuanto: 15,
  FxCrssCcy: 16,
  StrkSpread: 17,
  ClndrSpread: 18,
  PxObsvtn: 19,
  PassThrough: 20,
  StrkSched: 21,
  EquityValuation: 22,
  DividendValuation: 23,
} as const;
export type ComplexEventType = (typeof ComplexEventType)[keyof typeof ComplexEventType];

export const ComplexEventPriceBoundaryMethod = {
  LessThanComplexEventPrice: 1,
  LessThanOrEqualToComplexEventPrice: 2,
  EqualToComplexEventPrice: 3,
  GreaterThanOrEqualToComplexEventPrice: 4,
  GreaterThanComplexEventPrice: 5,
} as const;
export type ComplexEventPriceBoundaryMethod = (typeof ComplexEventPriceBoundaryMethod)[keyof typeof ComplexEventPriceBoundaryMethod];

export const ComplexEventPriceTimeType = {
  Expiration: 1,
  Immediate: 2,
  SpecifiedDate: 3,
  Close: 4,
  Open: 5,
  OfficialSettlPrice: 6,
  DerivativesClose: 7,
  AsSpecifiedMasterConfirmation: 8,
} as const;
export type ComplexEventPriceTimeType = (typeof ComplexEventPriceTimeType)[keyof typeof ComplexEventPriceTimeType];

export const ComplexEventCondition = {
  And: 1,
  Or: 2,
} as const;
export type ComplexEventCondition = (typeof ComplexEventCondition)[keyof typeof ComplexEventCondition];

export const PartyRelationship = {
  IsAlso: 0,
  ClearsFor: 1,
  ClearsThrough: 2,
  TradesFor: 3,
  TradesThrough: 4,
  Sponsors: 5,
  SponsoredThrough: 6,
  ProvidesGuaranteeFor: 7,
  IsGuaranteedBy: 8,
  MemberOf: 9,
  HasMembers: 10,
  ProvidesMarketplaceFor: 11,
  ParticipantOfMarketplace: 12,
  CarriesPositionsFor: 13,
  PostsTradesTo: 14,
  EntersTradesFor: 15,
  EntersTradesThrough: 16,
  ProvidesQuotesTo: 17,
  RequestsQuotesFrom: 18,
  InvestsFor: 19,
  InvestsThrough: 20,
  BrokersTradesFor: 21,
  BrokersTradesThrough: 22,
  ProvidesTradingServicesFor: 23,
  UsesTradingServicesOf: 24,
  ApprovesOf: 25,
  ApprovedBy: 26,
  ParentFirmFor: 27,
  SubsidiaryOf: 28,
  RegulatoryOwnerOf: 29,
  OwnedByRegulatory: 30,
  Controls: 31,
  IsControlledBy: 32,
  LegalOwnerOf: 33,
  OwnedByLegal: 34,
  BeneficialOwnerOf: 35,
  OwnedByBeneficial: 36,
  SettlesFor: 37,
  SettlesThrough: 38,
} as const;
export type PartyRelationship = (typeof PartyRelationship)[keyof typeof PartyRelationship];

export const TrdAckStatus = {
  Accepted: 0,
  Rejected: 1,
  Received: 2,
} as const;
export type TrdAckStatus = (typeof TrdAckStatus)[keyof typeof TrdAckStatus];

export const SwapSubClass = {
  Amortizing: "AMTZ",
  Compounding: "COMP",
  ConstantNotionalSchedule: "CNST",
  AccretingNotionalSchedule: "ACRT",
  CustomNotionalSchedule: "CUST",
} as const;
export type SwapSubClass = (typeof SwapSubClass)[keyof typeof SwapSubClass];

export const PosAmtReason = {
  OptionsSettlement: 0,
  PendingErosionAdjustment: 1,
  FinalErosionAdjustment: 2,
  TearUpCouponAmount: 3,
  PriceAlignmentInterest: 4,
  DeliveryInvoiceCharges: 5,
  DeliveryStorageCharges: 6,
} as const;
export type PosAmtReason = (typeof PosAmtReason)[keyof typeof PosAmtReason];

export const SideClearingTradePriceType = {
  TradeClearingAtExecutionPrice: 0,
  TradeClearingAtAlternateClearingPrice: 1,
} as const;
export type SideClearingTradePriceType = (typeof SideClearingTradePriceType)[keyof typeof SideClearingTradePriceType];

export const ThrottleStatus = {
  ThrottleLimitNotExceededNotQueued: 0,
  QueuedDueToThrottleLimitExceeded: 1,
} as const;
export type ThrottleStatus = (typeof ThrottleStatus)[keyof typeof ThrottleStatus];

export const MatchInst = {
  Match: 1,
  DoNotMatch: 2,
} as const;
export type MatchInst = (typeof MatchInst)[keyof typeof MatchInst];

export const TriggerScope = {
  ThisOrder: 0,
  OtherOrder: 1,
  AllOtherOrdersForGivenSecurity: 2,
  AllOtherOrdersForGivenSecurityAndPrice: 3,
  AllOtherOrdersForGivenSecurityAndSide: 4,
  AllOtherOrdersForGivenSecurityPriceAndSide: 5,
} as const;
export type TriggerScope = (typeof TriggerScope)[keyof typeof TriggerScope];

export const LimitAmtType = {
  CreditLimit: 0,
  GrossPositionLimit: 1,
  NetPositionLimit: 2,
  RiskExposureLimit: 3,
  LongPositionLimit: 4,
  ShortPositionLimit: 5,
} as const;
export type LimitAmtType = (typeof LimitAmtType)[keyof typeof LimitAmtType];

export const RelatedInstrumentType = {
  HedgesForInstrument: 1,
  Underlier: 2,
  EquityEquivalent: 3,
  NearestExchangeTradedContract: 4,
  RetailEquivalent: 5,
  Leg: 6,
} as const;
export type RelatedInstrumentType = (typeof RelatedInstrumentType)[keyof typeof RelatedInstrumentType];

export const MarketMakerActivity = {
  NoParticipation: 0,
  BuyParticipation: 1,
  SellParticipation: 2,
  BothBuyAndSellParticipation: 3,
} as const;
export type MarketMakerActivity = (typeof MarketMakerActivity)[keyof typeof MarketMakerActivity];

export const PartyDetailStatus = {
  Active: 0,
  Suspended: 1,
  Halted: 2,
} as const;
export type PartyDetailStatus = (typeof PartyDetailStatus)[keyof typeof PartyDetailStatus];

export const PartyDetailRoleQualifier = {
  FirmOrLegalEntity: 23,
  Current: 18,
  New: 19,
  NaturalPerson: 24,
  Agency: 0,
  Principal: 1,
  RisklessPrincipal: 2,
  ExchangeOrderSubmitter: 30,
  PrimaryTrdRepository: 9,
  OrigTrdRepository: 10,
  AddtnlIntlTrdRepository: 11,
  AddtnlDomesticTrdRepository: 12,
  RegularTrader: 25,
  HeadTrader: 26,
  Supervisor: 27,
  Algorithm: 22,
  RelatedExchange: 13,
  OptionsExchange: 14,
  SpecifiedExchange: 15,
  ConstituentExchange: 16,
  Bank: 7,
  Hub: 8,
  TriParty: 28,
  Lender: 29,
  GeneralClearingMember: 3,
  IndividualClearingMember: 4,
  PreferredMarketMaker: 5,
  DirectedMarketMaker: 6,
  DesignatedSponsor: 20,
  Specialist: 21,
  ExemptFromTradeReporting: 17,
} as const;
export type PartyDetailRoleQualifier = (typeof PartyDetailRoleQualifier)[keyof typeof PartyDetailRoleQualifier];

export const ThrottleInst = {
  RejectIfThrottleLimitExceeded: 0,
  QueueIfThrottleLimitExceeded: 1,
} as const;
export type ThrottleInst = (typeof ThrottleInst)[keyof typeof ThrottleInst];

export const ThrottleCountIndicator = {
  OutstandingRequestsUnchanged: 0,
  OutstandingRequestsDecreased: 1,
} as const;
export type ThrottleCountIndicator = (typeof ThrottleCountIndicator)[keyof typeof ThrottleCountIndicator];

export const ShortSaleRestriction = {
  NoRestrictions: 0,
  SecurityNotShortable: 1,
  SecurityNotShortableAtOrBelowBestBid: 2,
  SecurityNotShortableWithoutPreBorrow: 3,
} as const;
export type ShortSaleRestriction = (typeof ShortSaleRestriction)[keyof typeof ShortSaleRestriction];

export const ShortSaleExemptionReason = {
  ExemptionReasonUnknown: 0,
  IncomingSse: 1,
  AboveNationalBestBid: 2,
  DelayedDelivery: 3,
  OddLot: 4,
  DomesticArbitrage: 5,
  InternationalArbitrage: 6,
  UnderwriterOrSyndicateDistribution: 7,
  RisklessPrincipal: 8,
  Vwap: 9,
} as const;
export type ShortSaleExemptionReason = (typeof ShortSaleExemptionReason)[keyof typeof ShortSaleExemptionReason];

export const OrderOrigination = {
  OrderReceivedFromCustomer: 1,
  OrderReceivedFromWithinFirm: 2,
  OrderReceivedFromAnotherBrokerDealer: 3,
  OrderReceivedFromCustomerOrWithFirm: 4,
  OrderReceivedFromDirectAccessCustomer: 5,
  OrderReceivedFromForeignDealerEquivalent: 6,
  OrderReceivedFromExecutionOnlyService: 7,
} as const;
export type OrderOrigination = (typeof OrderOrigination)[keyof typeof OrderOrigination];

export const AllocationRollupInstruction = {
  Rollup: 0,
  DoNotRollUp: 1,
} as const;
export type AllocationRollupInstruction = (typeof AllocationRollupInstruction)[keyof typeof AllocationRollupInstruction];

export const ObligationType = {
  Bond: "0",
  ConvertBond: "1",
  Mortgage: "2",
  Loan: "3",
} as const;
export type ObligationType = (typeof ObligationType)[keyof typeof ObligationType];

export const TradePriceNegotiationMethod = {
  PercentPar: 0,
  DealSpread: 1,
  UpfrontPnts: 2,
  UpfrontAmt: 3,
  ParUpfrontAmt: 4,
  SpreadUpfrontAmt: 5,
  UpfrontPntsAmt: 6,
} as const;
export type TradePriceNegotiationMethod = (typeof TradePriceNegotiationMethod)[keyof typeof TradePriceNegotiationMethod];

export const UpfrontPriceType = {
  Percentage: 1,
  FixedAmount: 3,
} as const;
export type UpfrontPriceType = (typeof UpfrontPriceType)[keyof typeof UpfrontPriceType];

export const TradSesControl = {
  Automatic: 0,
  Manual: 1,
} as const;
export type TradSesControl = (typeof TradSesControl)[keyof typeof TradSesControl];

export const OrderEventType = {
  Added: 1,
  Modified: 2,
  Deleted: 3,
  PartiallyFilled: 4,
  Filled: 5,
  Suspended: 6,
  Released: 7,
  Restated: 8,
  Locked: 9,
  Triggered: 10,
  Activated: 11,
} as const;
export type OrderEventType = (typeof OrderEventType)[keyof typeof OrderEventType];

export const OrderEventReason = {
  AddOrderRequest: 1,
  ModifyOrderRequest: 2,
  DeleteOrderRequest: 3,
  OrderEnteredOob: 4,
  OrderModifiedOob: 5,
  OrderDeletedOob: 6,
  OrderActivatedOrTriggered: 7,
  OrderExpired: 8,
  ReserveOrderRefreshed: 9,
  AwayMarketBetter: 10,
  CorporateAction: 11,
  StartOfDay: 12,
  EndOfDay: 13,
} as const;
export type OrderEventReason = (typeof OrderEventReason)[keyof typeof OrderEventReason];

export const AuctionType = {
  None: 0,
  BlockOrderAuction: 1,
  DirectedOrderAuction: 2,
  ExposureOrderAuction: 3,
  FlashOrderAuction: 4,
  FacilitationOrderAuction: 5,
  SolicitationOrderAuction: 6,
  PriceImprovementMechanism: 7,
  DirectedOrderPriceImprovementMechanism: 8,
} as const;
export type AuctionType = (typeof AuctionType)[keyof typeof AuctionType];

export const AuctionInstruction = {
  AutomatedAuctionPermitted: 0,
  AutomatedAuctionNotPermitted: 1,
} as const;
export type AuctionInstruction = (typeof AuctionInstruction)[keyof typeof AuctionInstruction];

export const LockType = {
  NotLocked: 0,
  AwayMarketNetter: 1,
  ThreeTickLocked: 2,
  LockedByMarketMaker: 3,
  DirectedOrderLock: 4,
  MultilegLock: 5,
  MarketOrderLock: 6,
  PreAssignmentLock: 7,
} as const;
export type LockType = (typeof LockType)[keyof typeof LockType];

export const ReleaseInstruction = {
  Iso: 1,
  NoAwayMarketBetterCheck: 2,
} as const;
export type ReleaseInstruction = (typeof ReleaseInstruction)[keyof typeof ReleaseInstruction];

export const DisclosureType = {
  Volume: 1,
  Price: 2,
  Side: 3,
  Aon: 4,
  General: 5,
  ClearingAccount: 6,
  CmtaAccount: 7,
} as const;
export type DisclosureType = (typeof DisclosureType)[keyof typeof DisclosureType];

export const DisclosureInstruction = {
  No: 0,
  Yes: 1,
  UseDefaultSetting: 2,
} as const;
export type DisclosureInstruction = (typeof DisclosureInstruction)[keyof typeof DisclosureInstruction];

export const TradingCapacity = {
  Customer: 1,
  CustomerProfessional: 2,
  BrokerDealer: 3,
  CustomerBrokerDealer: 4,
  Principal: 5,
  MarketMaker: 6,
  AwayMarketMaker: 7,
  SystematicInternaliser: 8,
} as const;
export type TradingCapacity = (typeof TradingCapacity)[keyof typeof TradingCapacity];

export const ClearingAccountType = {
  Customer: 1,
  Firm: 2,
  MarketMaker: 3,
} as const;
export type ClearingAccountType = (typeof ClearingAccountType)[keyof typeof ClearingAccountType];

export const RelatedPriceSource = {
  NbBid: 1,
  NbOffer: 2,
} as const;
export type RelatedPriceSource = (typeof RelatedPriceSource)[keyof typeof RelatedPriceSource];

export const MinQtyMethod = {
  Once: 1,
  Multiple: 2,
} as const;
export type MinQtyMethod = (typeof MinQtyMethod)[keyof typeof MinQtyMethod];

export const Triggered = {
  NotTriggered: 0,
  Triggered: 1,
  StopOrderTriggered: 2,
  OcoOrderTriggered: 3,
  OtoOrderTriggered: 4,
  OuoOrderTriggered: 5,
} as const;
export type Triggered = (typeof Triggered)[keyof typeof Triggered];

export const EventTimeUnit = {
  Hour: "H",
  Minute: "Min",
  Second: "S",
  Day: "D",
  Week: "Wk",
  Month: "Mo",
  Year: "Yr",
} as const;
export type EventTimeUnit = (typeof EventTimeUnit)[keyof typeof EventTimeUnit];

export const ClearedIndicator = {
  NotCleared: 0,
  Cleared: 1,
  Submitted: 2,
  Rejected: 3,
} as const;
export type ClearedIndicator = (typeof ClearedIndicator)[keyof typeof ClearedIndicator];

export const TradePriceCondition = {
  SpecialCumDividend: 0,
  SpecialCumRights: 1,
  SpecialExDividend: 2,
  SpecialExRights: 3,
  SpecialCumCoupon: 4,
  SpecialCumCapitalRepayments: 5,
  SpecialExCoupon: 6,
  SpecialExCapitalRepayments: 7,
  CashSettlement: 8,
  SpecialCumBonus: 9,
  SpecialPrice: 10,
  SpecialExBonus: 11,
  GuaranteedDelivery: 12,
  SpecialDividend: 13,
  PriceImprovement: 14,
  NonPriceFormingTrade: 15,
  TradeExemptedFromTradingObligation: 16,
  PricePending: 17,
  PriceNotApplicable: 18,
} as const;
export type TradePriceCondition = (typeof TradePriceCondition)[keyof typeof TradePriceCondition];

export const TradeAllocStatus = {
  PendingClear: 0,
  Claimed: 1,
  Cleared: 2,
  Rejected: 3,
} as const;
export type TradeAllocStatus = (typeof TradeAllocStatus)[keyof typeof TradeAllocStatus];

export const TradeQtyType = {
  ClearedQuantity: 0,
  LongSideClaimedQuantity: 1,
  ShortSideClaimedQuantity: 2,
  LongSideRejectedQuantity: 3,
  ShortSideRejectedQuantity: 4,
  PendingQuantity: 5,
  TransactionQuantity: 6,
  RemainingQuantity: 7,
  PreviousRemainingQuantity: 8,
} as const;
export type TradeQtyType = (typeof TradeQtyType)[keyof typeof TradeQtyType];

export const TradeAllocGroupInstruction = {
  Add: 0,
  DoNotAdd: 1,
} as const;
export type TradeAllocGroupInstruction = (typeof TradeAllocGroupInstruction)[keyof typeof TradeAllocGroupInstruction];

export const OffsetInstruction = {
  Offset: 0,
  Onset: 1,
} as const;
export type OffsetInstruction = (typeof OffsetInstruction)[keyof typeof OffsetInstruction];

export const SideAvgPxIndicator = {
  NoAvgPricing: 0,
  TradeIsPartAvgPriceGrp: 1,
  LastTradeIsPartAvgPriceGrp: 2,
} as const;
export type SideAvgPxIndicator = (typeof SideAvgPxIndicator)[keyof typeof SideAvgPxIndicator];

export const RelatedTradeIDSource = {
  NonFixSource: 0,
  TradeId: 1,
  SecondaryTradeId: 2,
  TradeReportId: 3,
  FirmTradeId: 4,
  SecondaryFirmTradeId: 5,
  RegulatoryTradeId: 6,
} as const;
export type RelatedTradeIDSource = (typeof RelatedTradeIDSource)[keyof typeof RelatedTradeIDSource];

export const RelatedPositionIDSource = {
  PosMaintRptId: 1,
  TransferId: 2,
  PositionEntityId: 3,
} as const;
export type RelatedPositionIDSource = (typeof RelatedPositionIDSource)[keyof typeof RelatedPositionIDSource];

export const ValueCheckType = {
  PriceCheck: 1,
  NotionalValueCheck: 2,
  QuantityCheck: 3,
} as const;
export type ValueCheckType = (typeof ValueCheckType)[keyof typeof ValueCheckType];

export const ValueCheckAction = {
  DoNotCheck: 0,
  Check: 1,
  BestEffort: 2,
} as const;
export type ValueCheckAction = (typeof ValueCheckAction)[keyof typeof ValueCheckAction];

export const RegulatoryTradeIDEvent = {
  InitialBlockTrade: 0,
  Allocation: 1,
  Clearing: 2,
  Compression: 3,
  Novation: 4,
  Termination: 5,
  PostTrdVal: 6,
} as const;
export type RegulatoryTradeIDEvent = (typeof RegulatoryTradeIDEvent)[keyof typeof RegulatoryTradeIDEvent];

export const RegulatoryTradeIDSource = {
  UniqueTransactionIdentifier: "1",
} as const;
export type RegulatoryTradeIDSource = (typeof RegulatoryTradeIDSource)[keyof typeof RegulatoryTradeIDSource];

export const RegulatoryTradeIDType = {
  Current: 0,
  Previous: 1,
  Block: 2,
  Related: 3,
  ClearedBlockTrade: 4,
  TradingVenueTransactionIdentifier: 5,
} as const;
export type RegulatoryTradeIDType = (typeof RegulatoryTradeIDType)[keyof typeof RegulatoryTradeIDType];

export const ClearingIntention = {
  DoNotIntendToClear: 0,
  IntendToClear: 1,
} as const;
export type ClearingIntention = (typeof ClearingIntention)[keyof typeof ClearingIntention];

export const ConfirmationMethod = {
  NonElectronic: 0,
  Electronic: 1,
  Unconfirmed: 2,
} as const;
export type ConfirmationMethod = (typeof ConfirmationMethod)[keyof typeof ConfirmationMethod];

export const VerificationMethod = {
  NonElectronic: 0,
  Electronic: 1,
} as const;
export type VerificationMethod = (typeof VerificationMethod)[keyof typeof VerificationMethod];

export const ClearingRequirementException = {
  NoException: 0,
  Exception: 1,
  EndUserException: 2,
  InterAffiliateException: 3,
  TreasuryAffiliateException: 4,
  CooperativeException: 5,
} as const;
export type ClearingRequirementException = (typeof ClearingRequirementException)[keyof typeof ClearingRequirementException];

export const IRSDirection = {
  Pay: "PAY",
  Rcv: "RCV",
  Na: "NA",
} as const;
export type IRSDirection = (typeof IRSDirection)[keyof typeof IRSDirection];

export const RegulatoryReportType = {
  Rt: 0,
  Pet: 1,
  Snapshot: 2,
  Confirmation: 3,
  Rtpet: 4,
  PetConfirmation: 5,
  RtpetConfirmation: 6,
  PostTrade: 7,
  Verification: 8,
  PstTrdEvnt: 9,
  PstTrdEvntRtReportable: 10,
  Lmtf: 11,
  Datf: 12,
  Volo: 13,
  Fwaf: 14,
  Idaf: 15,
  Volw: 16,
  Fulf: 17,
  Fula: 18,
  Fulv: 19,
  Fulj: 20,
  Coaf: 21,
  Order: 22,
  ChildOrder: 23,
  OrderRoute: 24,
  Trade: 25,
  Quote: 26,
  Supplement: 27,
  NewTransaction: 28,
  TransactionCorrection: 29,
  TransactionModification: 30,
  CollateralUpdate: 31,
  MarginUpdate: 32,
  TransactionReportedInError: 33,
  TerminationEarlyTermination: 34,
} as const;
export type RegulatoryReportType = (typeof RegulatoryReportType)[keyof typeof RegulatoryReportType];

export const TradeCollateralization = {
  Uncollateralized: 0,
  PartiallyCollateralized: 1,
  OneWayCollaterallization: 2,
  FullyCollateralized: 3,
  NetExposure: 4,
} as const;
export type TradeCollateralization = (typeof TradeCollateralization)[keyof typeof TradeCollateralization];

export const TradeContinuation = {
  Novation: 0,
  PartialNovation: 1,
  TradeUnwind: 2,
  PartialTradeUnwind: 3,
  Exercise: 4,
  Netting: 5,
  FullNetting: 6,
  PartialNetting: 7,
  Amendment: 8,
  Increase: 9,
  CreditEvent: 10,
  StrategicRestructuring: 11,
  SuccessionEventReorganization: 12,
  SuccessionEventRenaming: 13,
  Porting: 14,
  Withdrawl: 15,
  Void: 16,
  AccountTransfer: 17,
  GiveUp: 18,
  TakeUp: 19,
  AveragePricing: 20,
  Reversal: 21,
  AllocTrdPosting: 22,
  Cascade: 23,
  Delivery: 24,
  OptionAsgn: 25,
  Expiration: 26,
  Maturity: 27,
  EqualPosAdj: 28,
  UnequalPosAdj: 29,
  Correction: 30,
  EarlyTermination: 31,
  Rerate: 32,
  Other: 99,
} as const;
export type TradeContinuation = (typeof TradeContinuation)[keyof typeof TradeContinuation];

export const AssetClass = {
  InterestRate: 1,
  Currency: 2,
  Credit: 3,
  Equity: 4,
  Commodity: 5,
  Other: 6,
  Cash: 7,
  Debt: 8,
  Fund: 9,
  LoanFacility: 10,
  Index: 11,
} as const;
export type AssetClass = (typeof AssetClass)[keyof typeof AssetClass];

export const AssetSubClass = {
  Metals: 13,
  Bullion: 14,
  Energy: 15,
  CommodityIndex: 16,
  Agricultural: 17,
  Environmental: 18,
  Freight: 19,
  Fertilizer: 41,
  IndustrialProduct: 42,
  Inflation: 43,
  Paper: 44,
  Polypropylene: 45,
  OfficialEconomicStatistics: 46,
  SingleName: 4,
  CreditIndex: 5,
  IndexTranche: 6,
  CreditBasket: 7,
  Basket: 3,
  FxCrossRates: 38,
  FxEmergingMarkets: 39,
  FxMajors: 40,
  Government: 20,
  Agency: 21,
  Corporate: 22,
  Financing: 23,
  MoneyMarket: 24,
  Mortgage: 25,
  Municipal: 26,
  Common: 9,
  Preferred: 10,
  EquityIndex: 11,
  EquityBasket: 12,
  DividendIndex: 34,
  StockDividend: 35,
  ExchangeTradedFund: 36,
  VolatilityIndex: 37,
  MutualFund: 27,
  CollectiveInvestmentVehicle: 28,
  InvestmentProgram: 29,
  SpecializedAccountProgram: 30,
  SingleCurrency: 1,
  CrossCurrency: 2,
  TermLoan: 31,
  BridgeLoan: 32,
  LetterOfCredit: 33,
  Exotic: 8,
  OtherC10: 47,
  Other: 48,
} as const;
export type AssetSubClass = (typeof AssetSubClass)[keyof typeof AssetSubClass];

export const SwapClass = {
  BasisSwap: "BS",
  IndexSwap: "IX",
  BroadBasedSecuritySwap: "BB",
  BasketSwap: "SK",
} as const;
export type SwapClass = (typeof SwapClass)[keyof typeof SwapClass];

export const CouponType = {
  Zero: 0,
  FixedRate: 1,
  FloatingRate: 2,
  Structured: 3,
} as const;
export type CouponType = (typeof CouponType)[keyof typeof CouponType];

export const CouponFrequencyUnit = {
  Day: "D",
  Week: "Wk",
  Month: "Mo",
  Year: "Yr",
  Hour: "H",
  Minute: "Min",
  Second: "S",
  Term: "T",
} as const;
export type CouponFrequencyUnit = (typeof CouponFrequencyUnit)[keyof typeof CouponFrequencyUnit];

export const CouponDayCount = {
  OneOne: 0,
  ThirtyThreeSixtyUs: 1,
  ThirtyThreeSixtySia: 2,
  ThirtyThreeSixtyM: 3,
  ThirtyEThreeSixty: 4,
  ThirtyEThreeSixtyIsda: 5,
  ActThreeSixty: 6,
  ActThreeSixtyFiveFixed: 7,
  ActActAfb: 8,
  ActActIcma: 9,
  ActActIsmaUltimo: 10,
  ActActIsda: 11,
  BusTwoFiftyTwo: 12,
  ThirtyEPlusThreeSixty: 13,
  ActThreeSixtyFiveL: 14,
  NlThreeSixtyFive: 15,
  NlThreeSixty: 16,
  Act364: 17,
  ThirtyThreeSixtyFive: 18,
  ThirtyActual: 19,
  ThirtyThreeSixtyIcma: 20,
  ThirtyETwoThreeSixty: 21,
  ThirtyEThreeThreeSixty: 22,
  Other: 99,
} as const;
export type CouponDayCount = (typeof CouponDayCount)[keyof typeof CouponDayCount];

export const LienSeniority = {
  Unknown: 0,
  FirstLien: 1,
  SecondLien: 2,
  ThirdLien: 3,
} as const;
export type LienSeniority = (typeof LienSeniority)[keyof typeof LienSeniority];

export const LoanFacility = {
  BridgeLoan: 0,
  LetterOfCredit: 1,
  RevolvingLoan: 2,
  SwinglineFunding: 3,
  TermLoan: 4,
  TradeClaim: 5,
} as const;
export type LoanFacility = (typeof LoanFacility)[keyof typeof LoanFacility];

export const ReferenceEntityType = {
  Asian: 1,
  AustralianNewZealand: 2,
  EuropeanEmergingMarkets: 3,
  Japanese: 4,
  NorthAmericanHighYield: 5,
  NorthAmericanInsurance: 6,
  NorthAmericanInvestmentGrade: 7,
  Singaporean: 8,
  WesternEuropean: 9,
  WesternEuropeanInsurance: 10,
} as const;
export type ReferenceEntityType = (typeof ReferenceEntityType)[keyof typeof ReferenceEntityType];

export const BlockTrdAllocIndicator = {
  BlockToBeAllocated: 0,
  BlockNotToBeAllocated: 1,
  AllocatedTrade: 2,
} as const;
export type BlockTrdAllocIndicator = (typeof BlockTrdAllocIndicator)[keyof typeof BlockTrdAllocIndicator];

export const UnderlyingObligationType = {
  Bond: "0",
  ConvertibleBond: "1",
  Mortgage: "2",
  Loan: "3",
} as const;
export type UnderlyingObligationType = (typeof UnderlyingObligationType)[keyof typeof UnderlyingObligationType];

export const AttachmentEncodingType = {
  Base64: 0,
  RawBinary: 1,
} as const;
export type AttachmentEncodingType = (typeof AttachmentEncodingType)[keyof typeof AttachmentEncodingType];

export const NegotiationMethod = {
  AutoSpot: 0,
  NegotiatedSpot: 1,
  PhoneSpot: 2,
} as const;
export type NegotiationMethod = (typeof NegotiationMethod)[keyof typeof NegotiationMethod];

export const ComplexOptPayoutTime = {
  Close: 0,
  Open: 1,
  OfficialSettl: 2,
  ValuationTime: 3,
  ExcahgneSettlTime: 4,
  DerivativesClose: 5,
  AsSpecified: 6,
} as const;
export type ComplexOptPayoutTime = (typeof ComplexOptPayoutTime)[keyof typeof ComplexOptPayoutTime];

export const ComplexEventQuoteBasis = {
  Currency1PerCurrency2: 0,
  Currency2PerCurrency1: 1,
} as const;
export type ComplexEventQuoteBasis = (typeof ComplexEventQuoteBasis)[keyof typeof ComplexEventQuoteBasis];

export const ComplexEventCreditEventNotifyingParty = {
  SellerNotifies: 0,
  BuyerNotifies: 1,
  SellerOrBuyerNotifies: 2,
} as const;
export type ComplexEventCreditEventNotifyingParty = (typeof ComplexEventCreditEventNotifyingParty)[keyof typeof ComplexEventCreditEventNotifyingParty];

export const StrategyType = {
  Straddle: "STD",
  Strangle: "STG",
  Butterfly: "BF",
  Condor: "CNDR",
  CallableInversibleSnowball: "CISN",
  Other: "OTHER",
} as const;
export type StrategyType = (typeof StrategyType)[keyof typeof StrategyType];

export const SettlDisruptionProvision = {
  Negotiation: 1,
  Cancellation: 2,
} as const;
export type SettlDisruptionProvision = (typeof SettlDisruptionProvision)[keyof typeof SettlDisruptionProvision];

export const AssetGroup = {
  Financials: 1,
  Commodities: 2,
  AlternativeInvestments: 3,
} as const;
export type AssetGroup = (typeof AssetGroup)[keyof typeof AssetGroup];

export const RefRiskLimitCheckIDType = {
  RiskLimitRequestId: 0,
  RiskLimitCheckId: 1,
  OutOfBandId: 3,
} as const;
export type RefRiskLimitCheckIDType = (typeof RefRiskLimitCheckIDType)[keyof typeof RefRiskLimitCheckIDType];

export const RiskLimitCheckStatus = {
  Accepted: 0,
  Rejected: 1,
  ClaimRequired: 2,
  PreDefinedLimitCheckSucceeded: 3,
  PreDefinedLimitCheckFailed: 4,
  PreDefinedAutoAcceptRuleInvoked: 5,
  PreDefinedAutoRejectRuleInvoked: 6,
  AcceptedByClearingFirm: 7,
  RejectedByClearingFirm: 8,
  Pending: 9,
  AcceptedByCreditHub: 10,
  RejectedByCreditHub: 11,
  PendingCreditHubCheck: 12,
  AcceptedByExecVenue: 13,
  RejectedByExecVenue: 14,
} as const;
export type RiskLimitCheckStatus = (typeof RiskLimitCheckStatus)[keyof typeof RiskLimitCheckStatus];

export const RegulatoryTransactionType = {
  None: 0,
  SefRequiredTransaction: 1,
  SefPermittedTransaction: 2,
} as const;
export type RegulatoryTransactionType = (typeof RegulatoryTransactionType)[keyof typeof RegulatoryTransactionType];

export const RemunerationIndicator = {
  NoRemunerationPaid: 0,
  RemunerationPaid: 1,
} as const;
export type RemunerationIndicator = (typeof RemunerationIndicator)[keyof typeof RemunerationIndicator];

export const TaxonomyType = {
  IsinOrAltInstrmtId: "I",
  InterimTaxonomy: "E",
} as const;
export type TaxonomyType = (typeof TaxonomyType)[keyof typeof TaxonomyType];

export const TradeContingency = {
  DoesNotApply: 0,
  ContingentTrade: 1,
  NonContingentTrade: 2,
} as const;
export type TradeContingency = (typeof TradeContingency)[keyof typeof TradeContingency];

export const RegulatoryTradeIDScope = {
  ClearingMember: 1,
  Client: 2,
} as const;
export type RegulatoryTradeIDScope = (typeof RegulatoryTradeIDScope)[keyof typeof RegulatoryTradeIDScope];

export const QuoteModelType = {
  QuoteEntry: 1,
  QuoteModification: 2,
} as const;
export type QuoteModelType = (typeof QuoteModelType)[keyof typeof QuoteModelType];

export const ExecMethod = {
  Unspecified: 0,
  Manual: 1,
  Automated: 2,
  VoiceBrokered: 3,
} as const;
export type ExecMethod = (typeof ExecMethod)[keyof typeof ExecMethod];

export const ExecTypeReason = {
  OrdAddedOnRequest: 1,
  OrdReplacedOnRequest: 2,
  OrdCxldOnRequest: 3,
  UnsolicitedOrdCxl: 4,
  NonRestingOrdAddedOnRequest: 5,
  OrdReplacedWithNonRestingOrdOnRequest: 6,
  TriggerOrdReplacedOnRequest: 7,
  SuspendedOrdReplacedOnRequest: 8,
  SuspendedOrdCxldOnRequest: 9,
  OrdCxlPending: 10,
  PendingCxlExecuted: 11,
  RestingOrdTriggered: 12,
  SuspendedOrdActivated: 13,
  ActiveOrdSuspended: 14,
  OrdExpired: 15,
} as const;
export type ExecTypeReason = (typeof ExecTypeReason)[keyof typeof ExecTypeReason];

export const CrossedIndicator = {
  NoCross: 0,
  CrossRejected: 1,
  CrossAccepted: 2,
} as const;
export type CrossedIndicator = (typeof CrossedIndicator)[keyof typeof CrossedIndicator];

export const TradeReportingIndicator = {
  NotReported: 0,
  OnBook: 1,
  SiSeller: 2,
  SiBuyer: 3,
  NonSiSeller: 4,
  SubDelegationByFirm: 5,
  Reportable: 6,
  NonSiBuyer: 7,
  OffBook: 8,
  NotReportable: 9,
} as const;
export type TradeReportingIndicator = (typeof TradeReportingIndicator)[keyof typeof TradeReportingIndicator];

export const RelativeValueType = {
  AswSpread: 1,
  Ois: 2,
  ZSpread: 3,
  DiscountMargin: 4,
  ISpread: 5,
  Oas: 6,
  GSpread: 7,
  CdsBasis: 8,
  CdsInterpolatedBasis: 9,
  Dv01: 10,
  Pv01: 11,
  Cs01: 12,
} as const;
export type RelativeValueType = (typeof RelativeValueType)[keyof typeof RelativeValueType];

export const RelativeValueSide = {
  Bid: 1,
  Mid: 2,
  Offer: 3,
} as const;
export type RelativeValueSide = (typeof RelativeValueSide)[keyof typeof RelativeValueSide];

export const SettlSubMethod = {
  Shares: 1,
  Derivatives: 2,
  PaymentVsPayment: 3,
  Notional: 4,
  Cascade: 5,
  Repurchase: 6,
  Other: 99,
} as const;
export type SettlSubMethod = (typeof SettlSubMethod)[keyof typeof SettlSubMethod];

export const CalculationMethod = { ...TradSesControl } as const;
export type CalculationMethod = (typeof CalculationMethod)[keyof typeof CalculationMethod];

export const OrderAttributeType = {
  AggregatedOrder: 0,
  PendingAllocation: 1,
  LiquidityProvisionActivityOrder: 2,
  RiskReductionOrder: 3,
  AlgorithmicOrder: 4,
  SystematicInternaliserOrder: 5,
  AllExecutionsSubmittedToApa: 6,
  OrderExecutionInstructedByClient: 7,
  LargeInScale: 8,
  Hidden: 9,
  SubjectToEusto: 10,
  SubjectToUksto: 11,
  RepresentativeOrder: 12,
  LinkageType: 13,
  ExemptFromSto: 14,
} as const;
export type OrderAttributeType = (typeof OrderAttributeType)[keyof typeof OrderAttributeType];

export const ComplexEventPVFinalPriceElectionFallback = {
  Close: 0,
  HedgeElection: 1,
} as const;
export type ComplexEventPVFinalPriceElectionFallback = (typeof ComplexEventPVFinalPriceElectionFallback)[keyof typeof ComplexEventPVFinalPriceElectionFallback];

export const StrikeIndexQuote = {
  Bid: 0,
  Mid: 1,
  Offer: 2,
} as const;
export type StrikeIndexQuote = (typeof StrikeIndexQuote)[keyof typeof StrikeIndexQuote];

export const ExtraordinaryEventAdjustmentMethod = {
  CalculationAgent: 0,
  OptionsExchange: 1,
} as const;
export type ExtraordinaryEventAdjustmentMethod = (typeof ExtraordinaryEventAdjustmentMethod)[keyof typeof ExtraordinaryEventAdjustmentMethod];

export const UnderlyingNotionalAdjustments = {
  Execution: 0,
  PortfolioRebalancing: 1,
  Standard: 2,
} as const;
export type UnderlyingNotionalAdjustments = (typeof UnderlyingNotionalAdjustments)[keyof typeof UnderlyingNotionalAdjustments];

export const CollateralAmountType = {
  MarketValuation: 0,
  PortfolioValue: 1,
  ValueConfirmed: 2,
  CollateralCreditValue: 3,
  AdditionalCollateralValue: 4,
  EstimatedMarketValuation: 5,
} as const;
export type CollateralAmountType = (typeof CollateralAmountType)[keyof typeof CollateralAmountType];

export const CommissionAmountType = {
  Unspecified: 0,
  Acceptance: 1,
  Broker: 2,
  ClearingBroker: 3,
  Retail: 4,
  SalesCommission: 5,
  LocalCommission: 6,
  ResearchPayment: 7,
} as const;
export type CommissionAmountType = (typeof CommissionAmountType)[keyof typeof CommissionAmountType];

export const AlgorithmicTradeIndicator = {
  NonAlgorithmicTrade: 0,
  AlgorithmicTrade: 1,
} as const;
export type AlgorithmicTradeIndicator = (typeof AlgorithmicTradeIndicator)[keyof typeof AlgorithmicTradeIndicator];

export const TrdRegPublicationType = {
  PreTradeTransparencyWaiver: 0,
  PostTradeDeferral: 1,
  ExemptFromPublication: 2,
  OrderLevelPublicationToSubscribers: 3,
  PriceLevelPublicationToSubscribers: 4,
  OrderLevelPublicationToThePublic: 5,
  PublicationInternalToExecutionVenue: 6,
} as const;
export type TrdRegPublicationType = (typeof TrdRegPublicationType)[keyof typeof TrdRegPublicationType];

export const TrdRegPublicationReason = {
  NoBookOrderDueToAverageSpreadPrice: 0,
  NoBookOrderDueToRefPrice: 1,
  NoBookOrderDueToOtherConditions: 2,
  NoPublicPriceDueToRefPrice: 3,
  NoPublicPriceDueToIlliquid: 4,
  NoPublicPriceDueToOrderSize: 5,
  DeferralDueToLargeInScale: 6,
  DeferralDueToIlliquid: 7,
  DeferralDueToSizeSpecific: 8,
  NoPublicPriceDueToLargeInScale: 9,
  NoPublicPriceSizeDueToOrderHidden: 10,
  ExemptedDueToSecuritiesFinancingTransaction: 11,
  ExemptedDueToEscbPolicyTransaction: 12,
  ExceptionDueToReportByPaper: 13,
  ExceptionDueToTradeExecutedWithNonReportingParty: 14,
  ExceptionDueToIntraFirmOrder: 15,
  ReportedOutsideReportingHours: 16,
} as const;
export type TrdRegPublicationReason = (typeof TrdRegPublicationReason)[keyof typeof TrdRegPublicationReason];

export const MassActionReason = {
  None: 0,
  TradingRiskControl: 1,
  ClearingRiskControl: 2,
  MarketMakerProtection: 3,
  StopTrading: 4,
  EmergencyAction: 5,
  SessionLossLogout: 6,
  DuplicateLogin: 7,
  ProductNotTraded: 8,
  InstrumentNotTraded: 9,
  CompleInstrumentDeleted: 10,
  CircuitBreakerActivated: 11,
  Other: 99,
} as const;
export type MassActionReason = (typeof MassActionReason)[keyof typeof MassActionReason];

export const NotAffectedReason = {
  OrderSuspended: 0,
  InstrumentSuspended: 1,
} as const;
export type NotAffectedReason = (typeof NotAffectedReason)[keyof typeof NotAffectedReason];

export const OrderOwnershipIndicator = {
  NoChange: 0,
  ExecutingPartyChange: 1,
  EnteringPartyChange: 2,
  SpecifiedPartyChange: 3,
} as const;
export type OrderOwnershipIndicator = (typeof OrderOwnershipIndicator)[keyof typeof OrderOwnershipIndicator];

export const InTheMoneyCondition = {
  StandardItm: 0,
  Atmitm: 1,
  AtmCallItm: 2,
  AtmPutItm: 3,
} as const;
export type InTheMoneyCondition = (typeof InTheMoneyCondition)[keyof typeof InTheMoneyCondition];

export const ExDestinationType = {
  NoRestriction: 0,
  TradedOnlyOnTradingVenue: 1,
  TradedOnlyOnSi: 2,
  TradedOnTradingVenueOrSi: 3,
} as const;
export type ExDestinationType = (typeof ExDestinationType)[keyof typeof ExDestinationType];

export const MarketCondition = {
  Normal: 0,
  Stressed: 1,
  Exceptional: 2,
} as const;
export type MarketCondition = (typeof MarketCondition)[keyof typeof MarketCondition];

export const QuoteAttributeType = {
  QuoteAboveStandardMarketSize: 0,
  QuoteAboveSpecificInstrumentSize: 1,
  QuoteApplicableForLiquidtyProvisionActivity: 2,
  QuoteIssuerStatus: 3,
  BidOrAskRequest: 4,
} as const;
export type QuoteAttributeType = (typeof QuoteAttributeType)[keyof typeof QuoteAttributeType];

export const PriceQualifier = {
  AccruedInterestIsFactored: 0,
  TaxIsFactored: 1,
  BondAmortizationIsFactored: 2,
} as const;
export type PriceQualifier = (typeof PriceQualifier)[keyof typeof PriceQualifier];

export const MiscFeeQualifier = {
  Contributes: 0,
  DoesNotContribute: 1,
} as const;
export type MiscFeeQualifier = (typeof MiscFeeQualifier)[keyof typeof MiscFeeQualifier];

export const CommissionAmountSubType = {
  ResearchPaymentAccount: 0,
  CommissionSharingAgreement: 1,
  OtherTypeResearchPayment: 2,
} as const;
export type CommissionAmountSubType = (typeof CommissionAmountSubType)[keyof typeof CommissionAmountSubType];

export const CommodityFinalPriceType = {
  ArgusMcCloskey: 0,
  Baltic: 1,
  Exchange: 2,
  GlobalCoal: 3,
  IhsMcCloskey: 4,
  Platts: 5,
  Other: 99,
} as const;
export type CommodityFinalPriceType = (typeof CommodityFinalPriceType)[keyof typeof CommodityFinalPriceType];

export const ReferenceDataDateType = {
  AdmitToTradeRequestDate: 0,
  AdmitToTradeApprovalDate: 1,
  AdmitToTradeOrFirstTradeDate: 2,
  TerminationDate: 3,
} as const;
export type ReferenceDataDateType = (typeof ReferenceDataDateType)[keyof typeof ReferenceDataDateType];

export const ReturnTrigger = {
  Dividend: 1,
  Variance: 2,
  Volatility: 3,
  TotalReturn: 4,
  ContractForDifference: 5,
  CreditDefault: 6,
  SpreadBet: 7,
  Price: 8,
  ForwardPriceUnderlyingInstrument: 9,
  Other: 99,
} as const;
export type ReturnTrigger = (typeof ReturnTrigger)[keyof typeof ReturnTrigger];

export const AveragePriceType = {
  TimeWeightedAveragePrice: 0,
  VolumeWeightedAveragePrice: 1,
  PercentOfVolumeAveragePrice: 2,
  LimitOrderAveragePrice: 3,
} as const;
export type AveragePriceType = (typeof AveragePriceType)[keyof typeof AveragePriceType];

export const AllocGroupStatus = {
  Added: 0,
  Canceled: 1,
  Replaced: 2,
  Changed: 3,
  Pending: 4,
} as const;
export type AllocGroupStatus = (typeof AllocGroupStatus)[keyof typeof AllocGroupStatus];

export const OffshoreIndicator = {
  Regular: 0,
  Offshore: 1,
  Onshore: 2,
} as const;
export type OffshoreIndicator = (typeof OffshoreIndicator)[keyof typeof OffshoreIndicator];

export const EventInitiatorType = {
  CustomerOrClient: "C",
  ExchangeOrExecutionVenue: "E",
  FirmOrBroker: "F",
} as const;
export type EventInitiatorType = (typeof EventInitiatorType)[keyof typeof EventInitiatorType];

export const NBBOEntryType = {
  Bid: 0,
  Offer: 1,
  MidPrice: 2,
} as const;
export type NBBOEntryType = (typeof NBBOEntryType)[keyof typeof NBBOEntryType];

export const NBBOSource = {
  NotApplicable: 0,
  Direct: 1,
  Sip: 2,
  Hybrid: 3,
} as const;
export type NBBOSource = (typeof NBBOSource)[keyof typeof NBBOSource];

export const CollateralReinvestmentType = {
  MoneyMarketFund: 0,
  OtherComingledPool: 1,
  RepoMarket: 2,
  DirectPurchaseOfSecurities: 3,
  OtherInvestments: 4,
} as const;
export type CollateralReinvestmentType = (typeof CollateralReinvestmentType)[keyof typeof CollateralReinvestmentType];

export const TransactionAttributeType = {
  ExclusiveArrangement: 0,
  CollateralReuse: 1,
  CollateralArrangmentType: 2,
} as const;
export type TransactionAttributeType = (typeof TransactionAttributeType)[keyof typeof TransactionAttributeType];

export const RoutingArrangmentIndicator = {
  NoRoutingArrangmentInPlace: 0,
  RoutingArrangementInPlace: 1,
} as const;
export type RoutingArrangmentIndicator = (typeof RoutingArrangmentIndicator)[keyof typeof RoutingArrangmentIndicator];

export const RelatedOrderIDSource = {
  NonFixSource: 0,
  SystemOrderIdentifier: 1,
  ClientOrderIdentifier: 2,
  SecondaryOrderIdentifier: 3,
  SecondaryClientOrderIdentifier: 4,
} as const;
export type RelatedOrderIDSource = (typeof RelatedOrderIDSource)[keyof typeof RelatedOrderIDSource];

export const OrderRelationship = {
  NotSpecified: 0,
  OrderAggregation: 1,
  OrderSplit: 2,
} as const;
export type OrderRelationship = (typeof OrderRelationship)[keyof typeof OrderRelationship];

export const CurrencyCodeSource = {
  Cusip: "1",
  Sedol: "2",
  IsinNumber: "4",
  IsoCurrencyCode: "6",
  FinancialInstrumentGlobalIdentifier: "S",
  DigitalTokenIdentifier: "Y",
} as const;
export type CurrencyCodeSource = (typeof CurrencyCodeSource)[keyof typeof CurrencyCodeSource];

export const MultiJurisdictionReportingIndicator = {
  NotMultiJrsdctnEligible: 0,
  MultiJrsdctnEligible: 1,
} as const;
export type MultiJurisdictionReportingIndicator = (typeof MultiJurisdictionReportingIndicator)[keyof typeof MultiJurisdictionReportingIndicator];

export const SelfMatchPreventionInstruction = {
  CancelAggressive: 1,
  CancelPassive: 2,
  CancelAggressivePassive: 3,
} as const;
export type SelfMatchPreventionInstruction = (typeof SelfMatchPreventionInstruction)[keyof typeof SelfMatchPreventionInstruction];
