/**
 * Messages of FIX.4.4: what `bindMessages` writes and reads. After a field its tag.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */
import type * as v from "./fix44-values.ts";

export type Fix44Message =
  | Heartbeat
  | TestRequest
  | ResendRequest
  | Reject
  | SequenceReset
  | Logout
  | ExecutionReport
  | OrderCancelReject
  | Logon
  | News
  | NewOrderSingle
  | NewOrderList
  | OrderCancelRequest
  | OrderCancelReplaceRequest
  | OrderStatusRequest
  | ListCancelRequest
  | ListStatus
  | DontKnowTrade
  | QuoteRequest
  | Quote
  | MarketDataRequest
  | MarketDataSnapshotFullRefresh
  | MarketDataIncrementalRefresh
  | MarketDataRequestReject
  | QuoteCancel
  | SecurityStatus
  | TradingSessionStatus
  | BusinessMessageReject
  | OrderMassCancelRequest
  | OrderMassCancelReport
  | TradeCaptureReportRequest
  | TradeCaptureReport
  | OrderMassStatusRequest
  | QuoteRequestReject
  | QuoteStatusReport
  | QuoteResponse
  | TradeCaptureReportAck;

/** Of all of them. */
export const fix44Kinds = [
  "Heartbeat",
  "TestRequest",
  "ResendRequest",
  "Reject",
  "SequenceReset",
  "Logout",
  "ExecutionReport",
  "OrderCancelReject",
  "Logon",
  "News",
  "NewOrderSingle",
  "NewOrderList",
  "OrderCancelRequest",
  "OrderCancelReplaceRequest",
  "OrderStatusRequest",
  "ListCancelRequest",
  "ListStatus",
  "DontKnowTrade",
  "QuoteRequest",
  "Quote",
  "MarketDataRequest",
  "MarketDataSnapshotFullRefresh",
  "MarketDataIncrementalRefresh",
  "MarketDataRequestReject",
  "QuoteCancel",
  "SecurityStatus",
  "TradingSessionStatus",
  "BusinessMessageReject",
  "OrderMassCancelRequest",
  "OrderMassCancelReport",
  "TradeCaptureReportRequest",
  "TradeCaptureReport",
  "OrderMassStatusRequest",
  "QuoteRequestReject",
  "QuoteStatusReport",
  "QuoteResponse",
  "TradeCaptureReportAck",
] as const;

/** MsgType 0. */
export interface Heartbeat {
  readonly kind: "Heartbeat";
  readonly testReqID?: string; // 112
}

/** MsgType 1. */
export interface TestRequest {
  readonly kind: "TestRequest";
  readonly testReqID: string; // 112
}

/** MsgType 2. */
export interface ResendRequest {
  readonly kind: "ResendRequest";
  readonly beginSeqNo: number; // 7
  readonly endSeqNo: number; // 16
}

/** MsgType 3. */
export interface Reject {
  readonly kind: "Reject";
  readonly refSeqNum: number; // 45
  readonly refTagID?: number; // 371
  readonly refMsgType?: string; // 372
  readonly sessionRejectReason?: v.SessionRejectReason; // 373
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType 4. */
export interface SequenceReset {
  readonly kind: "SequenceReset";
  readonly gapFillFlag?: boolean; // 123
  readonly newSeqNo: number; // 36
}

/** MsgType 5. */
export interface Logout {
  readonly kind: "Logout";
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType 8. */
export interface ExecutionReport extends Parties, ContraGrp, Instrument, FinancingDetails, UndInstrmtGrp, Stipulations, OrderQtyData, PegInstructions, DiscretionInstructions, CommissionData, SpreadOrBenchmarkCurveData, YieldData, ContAmtGrp, InstrmtLegExecGrp, MiscFeesGrp {
  readonly kind: "ExecutionReport";
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly secondaryClOrdID?: string; // 526
  readonly secondaryExecID?: string; // 527
  readonly clOrdID?: string; // 11
  readonly origClOrdID?: string; // 41
  readonly clOrdLinkID?: string; // 583
  readonly quoteRespID?: string; // 693
  readonly ordStatusReqID?: string; // 790
  readonly massStatusReqID?: string; // 584
  readonly totNumReports?: number; // 911
  readonly lastRptRequested?: boolean; // 912
  readonly tradeOriginationDate?: string; // 229
  readonly listID?: string; // 66
  readonly crossID?: string; // 548
  readonly origCrossID?: string; // 551
  readonly crossType?: v.CrossType; // 549
  readonly execID: string; // 17
  readonly execRefID?: string; // 19
  readonly execType: v.ExecType; // 150
  readonly ordStatus: v.OrdStatus; // 39
  readonly workingIndicator?: boolean; // 636
  readonly ordRejReason?: v.OrdRejReason; // 103
  readonly execRestatementReason?: v.ExecRestatementReason; // 378
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly dayBookingInst?: v.DayBookingInst; // 589
  readonly bookingUnit?: v.BookingUnit; // 590
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly cashMargin?: v.CashMargin; // 544
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly side: v.Side; // 54
  readonly qtyType?: v.QtyType; // 854
  readonly ordType?: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly peggedPrice?: number; // 839
  readonly discretionPrice?: number; // 845
  readonly targetStrategy?: v.TargetStrategy | (number & {}); // 847
  readonly targetStrategyParameters?: string; // 848
  readonly participationRate?: number; // 849
  readonly targetStrategyPerformance?: number; // 850
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly lastQty?: number; // 32
  readonly underlyingLastQty?: number; // 652
  readonly lastPx?: number; // 31
  readonly underlyingLastPx?: number; // 651
  readonly lastParPx?: number; // 669
  readonly lastSpotRate?: number; // 194
  readonly lastForwardPoints?: number; // 195
  readonly lastMkt?: string; // 30
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly timeBracket?: string; // 943
  readonly lastCapacity?: v.LastCapacity; // 29
  readonly leavesQty: number; // 151
  readonly cumQty: number; // 14
  readonly avgPx: number; // 6
  readonly dayOrderQty?: number; // 424
  readonly dayCumQty?: number; // 425
  readonly dayAvgPx?: number; // 426
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly tradeDate?: string; // 75
  readonly transactTime?: string; // 60
  readonly reportToExch?: boolean; // 113
  readonly grossTradeAmt?: number; // 381
  readonly numDaysInterest?: number; // 157
  readonly exDate?: string; // 230
  readonly accruedInterestRate?: number; // 158
  readonly accruedInterestAmt?: number; // 159
  readonly interestAtMaturity?: number; // 738
  readonly endAccruedInterestAmt?: number; // 920
  readonly startCash?: number; // 921
  readonly endCash?: number; // 922
  readonly tradedFlatSwitch?: boolean; // 258
  readonly basisFeatureDate?: string; // 259
  readonly basisFeaturePrice?: number; // 260
  readonly concession?: number; // 238
  readonly totalTakedown?: number; // 237
  readonly netMoney?: number; // 118
  readonly settlCurrAmt?: number; // 119
  readonly settlCurrency?: string; // 120
  readonly settlCurrFxRate?: number; // 155
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly handlInst?: v.HandlInst; // 21
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly positionEffect?: v.PositionEffect; // 77
  readonly maxShow?: number; // 210
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly lastForwardPoints2?: number; // 641
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
  readonly cancellationRights?: v.CancellationRights; // 480
  readonly moneyLaunderingStatus?: v.MoneyLaunderingStatus; // 481
  readonly registID?: string; // 513
  readonly designation?: string; // 494
  readonly transBkdTime?: string; // 483
  readonly execValuationPoint?: string; // 515
  readonly execPriceType?: v.ExecPriceType; // 484
  readonly execPriceAdjustment?: number; // 485
  readonly priorityIndicator?: v.PriorityIndicator; // 638
  readonly priceImprovement?: number; // 639
  readonly lastLiquidityInd?: v.LastLiquidityInd; // 851
  readonly copyMsgIndicator?: boolean; // 797
}

/** MsgType 9. */
export interface OrderCancelReject {
  readonly kind: "OrderCancelReject";
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdID: string; // 11
  readonly clOrdLinkID?: string; // 583
  readonly origClOrdID: string; // 41
  readonly ordStatus: v.OrdStatus; // 39
  readonly workingIndicator?: boolean; // 636
  readonly origOrdModTime?: string; // 586
  readonly listID?: string; // 66
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly tradeOriginationDate?: string; // 229
  readonly tradeDate?: string; // 75
  readonly transactTime?: string; // 60
  readonly cxlRejResponseTo: v.CxlRejResponseTo; // 434
  readonly cxlRejReason?: v.CxlRejReason; // 102
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType A. */
export interface Logon {
  readonly kind: "Logon";
  readonly encryptMethod: v.EncryptMethod; // 98
  readonly heartBtInt: number; // 108
  readonly rawData?: Uint8Array; // 96
  readonly resetSeqNumFlag?: boolean; // 141
  readonly nextExpectedMsgSeqNum?: number; // 789
  readonly maxMessageSize?: number; // 383
  readonly noMsgTypes?: readonly MsgTypesGroup[]; // 384
  readonly testMessageIndicator?: boolean; // 464
  readonly username?: string; // 553
  readonly password?: string; // 554
}

/** MsgType B. */
export interface News extends RoutingGrp, InstrmtGrp, InstrmtLegGrp, UndInstrmtGrp, LinesOfTextGrp {
  readonly kind: "News";
  readonly origTime?: string; // 42
  readonly urgency?: v.Urgency; // 61
  readonly headline: string; // 148
  readonly encodedHeadline?: Uint8Array; // 359
  readonly urlLink?: string; // 149
  readonly rawData?: Uint8Array; // 96
}

/** MsgType D. */
export interface NewOrderSingle extends Parties, PreAllocGrp, TrdgSesGrp, Instrument, FinancingDetails, UndInstrmtGrp, Stipulations, OrderQtyData, SpreadOrBenchmarkCurveData, YieldData, CommissionData, PegInstructions, DiscretionInstructions {
  readonly kind: "NewOrderSingle";
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly tradeOriginationDate?: string; // 229
  readonly tradeDate?: string; // 75
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly dayBookingInst?: v.DayBookingInst; // 589
  readonly bookingUnit?: v.BookingUnit; // 590
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly allocID?: string; // 70
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly cashMargin?: v.CashMargin; // 544
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly handlInst?: v.HandlInst; // 21
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly processCode?: v.ProcessCode; // 81
  readonly prevClosePx?: number; // 140
  readonly side: v.Side; // 54
  readonly locateReqd?: boolean; // 114
  readonly transactTime: string; // 60
  readonly qtyType?: v.QtyType; // 854
  readonly ordType: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly ioiid?: string; // 23
  readonly quoteID?: string; // 117
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly price2?: number; // 640
  readonly positionEffect?: v.PositionEffect; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly maxShow?: number; // 210
  readonly targetStrategy?: v.TargetStrategy | (number & {}); // 847
  readonly targetStrategyParameters?: string; // 848
  readonly participationRate?: number; // 849
  readonly cancellationRights?: v.CancellationRights; // 480
  readonly moneyLaunderingStatus?: v.MoneyLaunderingStatus; // 481
  readonly registID?: string; // 513
  readonly designation?: string; // 494
}

/** MsgType E. */
export interface NewOrderList extends ListOrdGrp {
  readonly kind: "NewOrderList";
  readonly listID: string; // 66
  readonly bidID?: string; // 390
  readonly clientBidID?: string; // 391
  readonly progRptReqs?: v.ProgRptReqs; // 414
  readonly bidType: v.BidType; // 394
  readonly progPeriodInterval?: number; // 415
  readonly cancellationRights?: v.CancellationRights; // 480
  readonly moneyLaunderingStatus?: v.MoneyLaunderingStatus; // 481
  readonly registID?: string; // 513
  readonly listExecInstType?: v.ListExecInstType; // 433
  readonly listExecInst?: string; // 69
  readonly encodedListExecInst?: Uint8Array; // 353
  readonly allowableOneSidednessPct?: number; // 765
  readonly allowableOneSidednessValue?: number; // 766
  readonly allowableOneSidednessCurr?: string; // 767
  readonly totNoOrders: number; // 68
  readonly lastFragment?: boolean; // 893
}

/** MsgType F. */
export interface OrderCancelRequest extends Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData {
  readonly kind: "OrderCancelRequest";
  readonly origClOrdID: string; // 41
  readonly orderID?: string; // 37
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly listID?: string; // 66
  readonly origOrdModTime?: string; // 586
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly side: v.Side; // 54
  readonly transactTime: string; // 60
  readonly complianceID?: string; // 376
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType G. */
export interface OrderCancelReplaceRequest extends Parties, PreAllocGrp, TrdgSesGrp, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, SpreadOrBenchmarkCurveData, YieldData, PegInstructions, DiscretionInstructions, CommissionData {
  readonly kind: "OrderCancelReplaceRequest";
  readonly orderID?: string; // 37
  readonly tradeOriginationDate?: string; // 229
  readonly tradeDate?: string; // 75
  readonly origClOrdID: string; // 41
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly listID?: string; // 66
  readonly origOrdModTime?: string; // 586
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly dayBookingInst?: v.DayBookingInst; // 589
  readonly bookingUnit?: v.BookingUnit; // 590
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly allocID?: string; // 70
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly cashMargin?: v.CashMargin; // 544
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly handlInst?: v.HandlInst; // 21
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly side: v.Side; // 54
  readonly transactTime: string; // 60
  readonly qtyType?: v.QtyType; // 854
  readonly ordType: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly targetStrategy?: v.TargetStrategy | (number & {}); // 847
  readonly targetStrategyParameters?: string; // 848
  readonly participationRate?: number; // 849
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly currency?: string; // 15
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly price2?: number; // 640
  readonly positionEffect?: v.PositionEffect; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly maxShow?: number; // 210
  readonly locateReqd?: boolean; // 114
  readonly cancellationRights?: v.CancellationRights; // 480
  readonly moneyLaunderingStatus?: v.MoneyLaunderingStatus; // 481
  readonly registID?: string; // 513
  readonly designation?: string; // 494
}

/** MsgType H. */
export interface OrderStatusRequest extends Parties, Instrument, FinancingDetails, UndInstrmtGrp {
  readonly kind: "OrderStatusRequest";
  readonly orderID?: string; // 37
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly ordStatusReqID?: string; // 790
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly side: v.Side; // 54
}

/** MsgType K. */
export interface ListCancelRequest {
  readonly kind: "ListCancelRequest";
  readonly listID: string; // 66
  readonly transactTime: string; // 60
  readonly tradeOriginationDate?: string; // 229
  readonly tradeDate?: string; // 75
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType N. */
export interface ListStatus extends OrdListStatGrp {
  readonly kind: "ListStatus";
  readonly listID: string; // 66
  readonly listStatusType: v.ListStatusType; // 429
  readonly noRpts: number; // 82
  readonly listOrderStatus: v.ListOrderStatus; // 431
  readonly rptSeq: number; // 83
  readonly listStatusText?: string; // 444
  readonly encodedListStatusText?: Uint8Array; // 446
  readonly transactTime?: string; // 60
  readonly totNoOrders: number; // 68
  readonly lastFragment?: boolean; // 893
}

/** MsgType Q. */
export interface DontKnowTrade extends Instrument, UndInstrmtGrp, InstrmtLegGrp, OrderQtyData {
  readonly kind: "DontKnowTrade";
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly execID: string; // 17
  readonly dkReason: v.DKReason; // 127
  readonly side: v.Side; // 54
  readonly lastQty?: number; // 32
  readonly lastPx?: number; // 31
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType R. */
export interface QuoteRequest extends QuotReqGrp {
  readonly kind: "QuoteRequest";
  readonly quoteReqID: string; // 131
  readonly rfqReqID?: string; // 644
  readonly clOrdID?: string; // 11
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType S. */
export interface Quote extends QuotQualGrp, Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, LegQuotGrp, SpreadOrBenchmarkCurveData, YieldData {
  readonly kind: "Quote";
  readonly quoteReqID?: string; // 131
  readonly quoteID: string; // 117
  readonly quoteRespID?: string; // 693
  readonly quoteType?: v.QuoteType; // 537
  readonly quoteResponseLevel?: v.QuoteResponseLevel; // 301
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly bidPx?: number; // 132
  readonly offerPx?: number; // 133
  readonly mktBidPx?: number; // 645
  readonly mktOfferPx?: number; // 646
  readonly minBidSize?: number; // 647
  readonly bidSize?: number; // 134
  readonly minOfferSize?: number; // 648
  readonly offerSize?: number; // 135
  readonly validUntilTime?: string; // 62
  readonly bidSpotRate?: number; // 188
  readonly offerSpotRate?: number; // 190
  readonly bidForwardPoints?: number; // 189
  readonly offerForwardPoints?: number; // 191
  readonly midPx?: number; // 631
  readonly bidYield?: number; // 632
  readonly midYield?: number; // 633
  readonly offerYield?: number; // 634
  readonly transactTime?: string; // 60
  readonly ordType?: v.OrdType; // 40
  readonly bidForwardPoints2?: number; // 642
  readonly offerForwardPoints2?: number; // 643
  readonly settlCurrBidFxRate?: number; // 656
  readonly settlCurrOfferFxRate?: number; // 657
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly commType?: v.CommType; // 13
  readonly commission?: number; // 12
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly exDestination?: string; // 100
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly priceType?: v.PriceType; // 423
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType V. */
export interface MarketDataRequest extends MDReqGrp, InstrmtMDReqGrp, TrdgSesGrp {
  readonly kind: "MarketDataRequest";
  readonly mdReqID: string; // 262
  readonly subscriptionRequestType: v.SubscriptionRequestType; // 263
  readonly marketDepth: number; // 264
  readonly mdUpdateType?: v.MDUpdateType; // 265
  readonly aggregatedBook?: boolean; // 266
  readonly openCloseSettlFlag?: readonly v.OpenCloseSettlFlag[]; // 286
  readonly scope?: readonly v.Scope[]; // 546
  readonly mdImplicitDelete?: boolean; // 547
  readonly applQueueAction?: v.ApplQueueAction; // 815
  readonly applQueueMax?: number; // 812
}

/** MsgType W. */
export interface MarketDataSnapshotFullRefresh extends Instrument, UndInstrmtGrp, InstrmtLegGrp, MDFullGrp {
  readonly kind: "MarketDataSnapshotFullRefresh";
  readonly mdReqID?: string; // 262
  readonly financialStatus?: readonly v.FinancialStatus[]; // 291
  readonly corporateAction?: readonly v.CorporateAction[]; // 292
  readonly netChgPrevDay?: number; // 451
  readonly applQueueDepth?: number; // 813
  readonly applQueueResolution?: v.ApplQueueResolution; // 814
}

/** MsgType X. */
export interface MarketDataIncrementalRefresh extends MDIncGrp {
  readonly kind: "MarketDataIncrementalRefresh";
  readonly mdReqID?: string; // 262
  readonly applQueueDepth?: number; // 813
  readonly applQueueResolution?: v.ApplQueueResolution; // 814
}

/** MsgType Y. */
export interface MarketDataRequestReject extends MDRjctGrp {
  readonly kind: "MarketDataRequestReject";
  readonly mdReqID: string; // 262
  readonly mdReqRejReason?: v.MDReqRejReason; // 281
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType Z. */
export interface QuoteCancel extends Parties, QuotCxlEntriesGrp {
  readonly kind: "QuoteCancel";
  readonly quoteReqID?: string; // 131
  readonly quoteID: string; // 117
  readonly quoteCancelType: v.QuoteCancelType; // 298
  readonly quoteResponseLevel?: v.QuoteResponseLevel; // 301
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
}

/** MsgType f. */
export interface SecurityStatus extends Instrument, InstrumentExtension, UndInstrmtGrp, InstrmtLegGrp {
  readonly kind: "SecurityStatus";
  readonly securityStatusReqID?: string; // 324
  readonly currency?: string; // 15
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly unsolicitedIndicator?: boolean; // 325
  readonly securityTradingStatus?: v.SecurityTradingStatus; // 326
  readonly financialStatus?: readonly v.FinancialStatus[]; // 291
  readonly corporateAction?: readonly v.CorporateAction[]; // 292
  readonly haltReasonChar?: v.HaltReasonChar; // 327
  readonly inViewOfCommon?: boolean; // 328
  readonly dueToRelated?: boolean; // 329
  readonly buyVolume?: number; // 330
  readonly sellVolume?: number; // 331
  readonly highPx?: number; // 332
  readonly lowPx?: number; // 333
  readonly lastPx?: number; // 31
  readonly transactTime?: string; // 60
  readonly adjustment?: v.Adjustment; // 334
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType h. */
export interface TradingSessionStatus {
  readonly kind: "TradingSessionStatus";
  readonly tradSesReqID?: string; // 335
  readonly tradingSessionID: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly tradSesMethod?: v.TradSesMethod; // 338
  readonly tradSesMode?: v.TradSesMode; // 339
  readonly unsolicitedIndicator?: boolean; // 325
  readonly tradSesStatus: v.TradSesStatus; // 340
  readonly tradSesStatusRejReason?: v.TradSesStatusRejReason; // 567
  readonly tradSesStartTime?: string; // 341
  readonly tradSesOpenTime?: string; // 342
  readonly tradSesPreCloseTime?: string; // 343
  readonly tradSesCloseTime?: string; // 344
  readonly tradSesEndTime?: string; // 345
  readonly totalVolumeTraded?: number; // 387
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType j. */
export interface BusinessMessageReject {
  readonly kind: "BusinessMessageReject";
  readonly refSeqNum?: number; // 45
  readonly refMsgType: string; // 372
  readonly businessRejectRefID?: string; // 379
  readonly businessRejectReason: v.BusinessRejectReason; // 380
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType q. */
export interface OrderMassCancelRequest extends Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassCancelRequest";
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly massCancelRequestType: v.MassCancelRequestType; // 530
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly transactTime: string; // 60
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType r. */
export interface OrderMassCancelReport extends AffectedOrdGrp, Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassCancelReport";
  readonly clOrdID?: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly massCancelRequestType: v.MassCancelRequestType; // 530
  readonly massCancelResponse: v.MassCancelResponse; // 531
  readonly massCancelRejectReason?: v.MassCancelRejectReason; // 532
  readonly totalAffectedOrders?: number; // 533
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly transactTime?: string; // 60
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType AD. */
export interface TradeCaptureReportRequest extends Parties, Instrument, InstrumentExtension, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp, TrdCapDtGrp {
  readonly kind: "TradeCaptureReportRequest";
  readonly tradeRequestID: string; // 568
  readonly tradeRequestType: v.TradeRequestType; // 569
  readonly subscriptionRequestType?: v.SubscriptionRequestType; // 263
  readonly tradeReportID?: string; // 571
  readonly secondaryTradeReportID?: string; // 818
  readonly execID?: string; // 17
  readonly execType?: v.ExecType; // 150
  readonly orderID?: string; // 37
  readonly clOrdID?: string; // 11
  readonly matchStatus?: v.MatchStatus; // 573
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: number; // 829
  readonly transferReason?: string; // 830
  readonly secondaryTrdType?: number; // 855
  readonly tradeLinkID?: string; // 820
  readonly trdMatchID?: string; // 880
  readonly clearingBusinessDate?: string; // 715
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly timeBracket?: string; // 943
  readonly side?: v.Side; // 54
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
  readonly tradeInputSource?: string; // 578
  readonly tradeInputDevice?: string; // 579
  readonly responseTransportType?: v.ResponseTransportType; // 725
  readonly responseDestination?: string; // 726
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType AE. */
export interface TradeCaptureReport extends Instrument, FinancingDetails, OrderQtyData, YieldData, UndInstrmtGrp, SpreadOrBenchmarkCurveData, PositionAmountData, TrdInstrmtLegGrp, TrdRegTimestamps, TrdCapRptSideGrp {
  readonly kind: "TradeCaptureReport";
  readonly tradeReportID: string; // 571
  readonly tradeReportTransType?: number; // 487
  readonly tradeReportType?: v.TradeReportType; // 856
  readonly tradeRequestID?: string; // 568
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: number; // 829
  readonly secondaryTrdType?: number; // 855
  readonly transferReason?: string; // 830
  readonly execType?: v.ExecType; // 150
  readonly totNumTradeReports?: number; // 748
  readonly lastRptRequested?: boolean; // 912
  readonly unsolicitedIndicator?: boolean; // 325
  readonly subscriptionRequestType?: v.SubscriptionRequestType; // 263
  readonly tradeReportRefID?: string; // 572
  readonly secondaryTradeReportRefID?: string; // 881
  readonly secondaryTradeReportID?: string; // 818
  readonly tradeLinkID?: string; // 820
  readonly trdMatchID?: string; // 880
  readonly execID?: string; // 17
  readonly ordStatus?: v.OrdStatus; // 39
  readonly secondaryExecID?: string; // 527
  readonly execRestatementReason?: v.ExecRestatementReason; // 378
  readonly previouslyReported: boolean; // 570
  readonly priceType?: v.PriceType; // 423
  readonly qtyType?: v.QtyType; // 854
  readonly underlyingTradingSessionID?: string; // 822
  readonly underlyingTradingSessionSubID?: string; // 823
  readonly lastQty: number; // 32
  readonly lastPx: number; // 31
  readonly lastParPx?: number; // 669
  readonly lastSpotRate?: number; // 194
  readonly lastForwardPoints?: number; // 195
  readonly lastMkt?: string; // 30
  readonly tradeDate: string; // 75
  readonly clearingBusinessDate?: string; // 715
  readonly avgPx?: number; // 6
  readonly avgPxIndicator?: v.AvgPxIndicator; // 819
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
  readonly tradeLegRefID?: string; // 824
  readonly transactTime: string; // 60
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly matchStatus?: v.MatchStatus; // 573
  readonly matchType?: v.MatchType; // 574
  readonly copyMsgIndicator?: boolean; // 797
  readonly publishTrdIndicator?: boolean; // 852
  readonly shortSaleReason?: v.ShortSaleReason; // 853
}

/** MsgType AF. */
export interface OrderMassStatusRequest extends Parties, Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassStatusRequest";
  readonly massStatusReqID: string; // 584
  readonly massStatusReqType: v.MassStatusReqType; // 585
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
}

/** MsgType AG. */
export interface QuoteRequestReject extends QuotReqRjctGrp {
  readonly kind: "QuoteRequestReject";
  readonly quoteReqID: string; // 131
  readonly rfqReqID?: string; // 644
  readonly quoteRequestRejectReason: v.QuoteRequestRejectReason; // 658
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType AI. */
export interface QuoteStatusReport extends Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, LegQuotStatGrp, QuotQualGrp, SpreadOrBenchmarkCurveData, YieldData {
  readonly kind: "QuoteStatusReport";
  readonly quoteStatusReqID?: string; // 649
  readonly quoteReqID?: string; // 131
  readonly quoteID: string; // 117
  readonly quoteRespID?: string; // 693
  readonly quoteType?: v.QuoteType; // 537
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly expireTime?: string; // 126
  readonly price?: number; // 44
  readonly priceType?: v.PriceType; // 423
  readonly bidPx?: number; // 132
  readonly offerPx?: number; // 133
  readonly mktBidPx?: number; // 645
  readonly mktOfferPx?: number; // 646
  readonly minBidSize?: number; // 647
  readonly bidSize?: number; // 134
  readonly minOfferSize?: number; // 648
  readonly offerSize?: number; // 135
  readonly validUntilTime?: string; // 62
  readonly bidSpotRate?: number; // 188
  readonly offerSpotRate?: number; // 190
  readonly bidForwardPoints?: number; // 189
  readonly offerForwardPoints?: number; // 191
  readonly midPx?: number; // 631
  readonly bidYield?: number; // 632
  readonly midYield?: number; // 633
  readonly offerYield?: number; // 634
  readonly transactTime?: string; // 60
  readonly ordType?: v.OrdType; // 40
  readonly bidForwardPoints2?: number; // 642
  readonly offerForwardPoints2?: number; // 643
  readonly settlCurrBidFxRate?: number; // 656
  readonly settlCurrOfferFxRate?: number; // 657
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly commType?: v.CommType; // 13
  readonly commission?: number; // 12
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly exDestination?: string; // 100
  readonly quoteStatus?: v.QuoteStatus; // 297
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType AJ. */
export interface QuoteResponse extends QuotQualGrp, Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, LegQuotGrp, SpreadOrBenchmarkCurveData, YieldData {
  readonly kind: "QuoteResponse";
  readonly quoteRespID: string; // 693
  readonly quoteID?: string; // 117
  readonly quoteRespType: v.QuoteRespType; // 694
  readonly clOrdID?: string; // 11
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly ioiid?: string; // 23
  readonly quoteType?: v.QuoteType; // 537
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly bidPx?: number; // 132
  readonly offerPx?: number; // 133
  readonly mktBidPx?: number; // 645
  readonly mktOfferPx?: number; // 646
  readonly minBidSize?: number; // 647
  readonly bidSize?: number; // 134
  readonly minOfferSize?: number; // 648
  readonly offerSize?: number; // 135
  readonly validUntilTime?: string; // 62
  readonly bidSpotRate?: number; // 188
  readonly offerSpotRate?: number; // 190
  readonly bidForwardPoints?: number; // 189
  readonly offerForwardPoints?: number; // 191
  readonly midPx?: number; // 631
  readonly bidYield?: number; // 632
  readonly midYield?: number; // 633
  readonly offerYield?: number; // 634
  readonly transactTime?: string; // 60
  readonly ordType?: v.OrdType; // 40
  readonly bidForwardPoints2?: number; // 642
  readonly offerForwardPoints2?: number; // 643
  readonly settlCurrBidFxRate?: number; // 656
  readonly settlCurrOfferFxRate?: number; // 657
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly exDestination?: string; // 100
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly price?: number; // 44
  readonly priceType?: v.PriceType; // 423
}

/** MsgType AR. */
export interface TradeCaptureReportAck extends Instrument, TrdRegTimestamps, TrdInstrmtLegGrp, TrdAllocGrp {
  readonly kind: "TradeCaptureReportAck";
  readonly tradeReportID: string; // 571
  readonly tradeReportTransType?: number; // 487
  readonly tradeReportType?: v.TradeReportType; // 856
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: number; // 829
  readonly secondaryTrdType?: number; // 855
  readonly transferReason?: string; // 830
  readonly execType: v.ExecType; // 150
  readonly tradeReportRefID?: string; // 572
  readonly secondaryTradeReportRefID?: string; // 881
  readonly trdRptStatus?: v.TrdRptStatus; // 939
  readonly tradeReportRejectReason?: v.TradeReportRejectReason; // 751
  readonly secondaryTradeReportID?: string; // 818
  readonly subscriptionRequestType?: v.SubscriptionRequestType; // 263
  readonly tradeLinkID?: string; // 820
  readonly trdMatchID?: string; // 880
  readonly execID?: string; // 17
  readonly secondaryExecID?: string; // 527
  readonly transactTime?: string; // 60
  readonly responseTransportType?: v.ResponseTransportType; // 725
  readonly responseDestination?: string; // 726
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly positionEffect?: v.PositionEffect; // 77
  readonly preallocMethod?: v.PreallocMethod; // 591
}

export interface Parties {
  readonly noPartyIDs?: readonly PartyIDsGroup[]; // 453
}

export interface PartyIDsGroup extends PtysSubGrp {
  readonly partyID: string; // 448
  readonly partyIDSource?: v.PartyIDSource; // 447
  readonly partyRole?: v.PartyRole; // 452
}

export interface PtysSubGrp {
  readonly noPartySubIDs?: readonly PartySubIDsGroup[]; // 802
}

export interface PartySubIDsGroup {
  readonly partySubID: string; // 523
  readonly partySubIDType?: v.PartySubIDType; // 803
}

export interface ContraGrp {
  readonly noContraBrokers?: readonly ContraBrokersGroup[]; // 382
}

export interface ContraBrokersGroup {
  readonly contraBroker: string; // 375
  readonly contraTrader?: string; // 337
  readonly contraTradeQty?: number; // 437
  readonly contraTradeTime?: string; // 438
  readonly contraLegRefID?: string; // 655
}

export interface Instrument extends SecAltIDGrp, EvntGrp {
  readonly symbol?: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly securityIDSource?: v.SecurityIDSource; // 22
  readonly product?: v.Product; // 460
  readonly cfiCode?: string; // 461
  readonly securityType?: v.SecurityType; // 167
  readonly securitySubType?: string; // 762
  readonly maturityMonthYear?: string; // 200
  readonly maturityDate?: string; // 541
  readonly putOrCall?: v.PutOrCall; // 201
  readonly couponPaymentDate?: string; // 224
  readonly issueDate?: string; // 225
  readonly repoCollateralSecurityType?: string; // 239
  readonly repurchaseTerm?: number; // 226
  readonly repurchaseRate?: number; // 227
  readonly factor?: number; // 228
  readonly creditRating?: string; // 255
  readonly instrRegistry?: string; // 543
  readonly countryOfIssue?: string; // 470
  readonly stateOrProvinceOfIssue?: string; // 471
  readonly localeOfIssue?: string; // 472
  readonly redemptionDate?: string; // 240
  readonly strikePrice?: number; // 202
  readonly strikeCurrency?: string; // 947
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly pool?: string; // 691
  readonly contractSettlMonth?: string; // 667
  readonly cpProgram?: v.CPProgram; // 875
  readonly cpRegType?: string; // 876
  readonly datedDate?: string; // 873
  readonly interestAccrualDate?: string; // 874
}

export interface SecAltIDGrp {
  readonly noSecurityAltID?: readonly SecurityAltIDGroup[]; // 454
}

export interface SecurityAltIDGroup {
  readonly securityAltID: string; // 455
  readonly securityAltIDSource?: string; // 456
}

export interface EvntGrp {
  readonly noEvents?: readonly EventsGroup[]; // 864
}

export interface EventsGroup {
  readonly eventType: v.EventType; // 865
  readonly eventDate?: string; // 866
  readonly eventPx?: number; // 867
  readonly eventText?: string; // 868
}

export interface FinancingDetails {
  readonly agreementDesc?: string; // 913
  readonly agreementID?: string; // 914
  readonly agreementDate?: string; // 915
  readonly agreementCurrency?: string; // 918
  readonly terminationType?: v.TerminationType; // 788
  readonly startDate?: string; // 916
  readonly endDate?: string; // 917
  readonly deliveryType?: v.DeliveryType; // 919
  readonly marginRatio?: number; // 898
}

export interface UndInstrmtGrp {
  readonly noUnderlyings?: readonly UnderlyingsGroup[]; // 711
}

export interface UnderlyingsGroup extends UnderlyingInstrument {}

export interface UnderlyingInstrument extends UndSecAltIDGrp, UnderlyingStipulations {
  readonly underlyingSymbol?: string; // 311
  readonly underlyingSymbolSfx?: string; // 312
  readonly underlyingSecurityID?: string; // 309
  readonly underlyingSecurityIDSource?: string; // 305
  readonly underlyingProduct?: number; // 462
  readonly underlyingCFICode?: string; // 463
  readonly underlyingSecurityType?: string; // 310
  readonly underlyingSecuritySubType?: string; // 763
  readonly underlyingMaturityMonthYear?: string; // 313
  readonly underlyingMaturityDate?: string; // 542
  readonly underlyingPutOrCall?: number; // 315
  readonly underlyingCouponPaymentDate?: string; // 241
  readonly underlyingIssueDate?: string; // 242
  readonly underlyingRepoCollateralSecurityType?: string; // 243
  readonly underlyingRepurchaseTerm?: number; // 244
  readonly underlyingRepurchaseRate?: number; // 245
  readonly underlyingFactor?: number; // 246
  readonly underlyingCreditRating?: string; // 256
  readonly underlyingInstrRegistry?: string; // 595
  readonly underlyingCountryOfIssue?: string; // 592
  readonly underlyingStateOrProvinceOfIssue?: string; // 593
  readonly underlyingLocaleOfIssue?: string; // 594
  readonly underlyingRedemptionDate?: string; // 247
  readonly underlyingStrikePrice?: number; // 316
  readonly underlyingStrikeCurrency?: string; // 941
  readonly underlyingOptAttribute?: string; // 317
  readonly underlyingContractMultiplier?: number; // 436
  readonly underlyingCouponRate?: number; // 435
  readonly underlyingSecurityExchange?: string; // 308
  readonly underlyingIssuer?: string; // 306
  readonly encodedUnderlyingIssuer?: Uint8Array; // 363
  readonly underlyingSecurityDesc?: string; // 307
  readonly encodedUnderlyingSecurityDesc?: Uint8Array; // 365
  readonly underlyingCPProgram?: string; // 877
  readonly underlyingCPRegType?: string; // 878
  readonly underlyingCurrency?: string; // 318
  readonly underlyingQty?: number; // 879
  readonly underlyingPx?: number; // 810
  readonly underlyingDirtyPrice?: number; // 882
  readonly underlyingEndPrice?: number; // 883
  readonly underlyingStartValue?: number; // 884
  readonly underlyingCurrentValue?: number; // 885
  readonly underlyingEndValue?: number; // 886
}

export interface UndSecAltIDGrp {
  readonly noUnderlyingSecurityAltID?: readonly UnderlyingSecurityAltIDGroup[]; // 457
}

export interface UnderlyingSecurityAltIDGroup {
  readonly underlyingSecurityAltID: string; // 458
  readonly underlyingSecurityAltIDSource?: string; // 459
}

export interface UnderlyingStipulations {
  readonly noUnderlyingStips?: readonly UnderlyingStipsGroup[]; // 887
}

export interface UnderlyingStipsGroup {
  readonly underlyingStipType: string; // 888
  readonly underlyingStipValue?: string; // 889
}

export interface Stipulations {
  readonly noStipulations?: readonly StipulationsGroup[]; // 232
}

export interface StipulationsGroup {
  readonly stipulationType: v.StipulationType; // 233
  readonly stipulationValue?: string; // 234
}

export interface OrderQtyData {
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly orderPercent?: number; // 516
  readonly roundingDirection?: v.RoundingDirection; // 468
  readonly roundingModulus?: number; // 469
}

export interface PegInstructions {
  readonly pegOffsetValue?: number; // 211
  readonly pegMoveType?: v.PegMoveType; // 835
  readonly pegOffsetType?: v.PegOffsetType; // 836
  readonly pegLimitType?: v.PegLimitType; // 837
  readonly pegRoundDirection?: v.PegRoundDirection; // 838
  readonly pegScope?: v.PegScope; // 840
}

export interface DiscretionInstructions {
  readonly discretionInst?: v.DiscretionInst; // 388
  readonly discretionOffsetValue?: number; // 389
  readonly discretionMoveType?: v.DiscretionMoveType; // 841
  readonly discretionOffsetType?: v.DiscretionOffsetType; // 842
  readonly discretionLimitType?: v.DiscretionLimitType; // 843
  readonly discretionRoundDirection?: v.DiscretionRoundDirection; // 844
  readonly discretionScope?: v.DiscretionScope; // 846
}

export interface CommissionData {
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly commCurrency?: string; // 479
  readonly fundRenewWaiv?: v.FundRenewWaiv; // 497
}

export interface SpreadOrBenchmarkCurveData {
  readonly spread?: number; // 218
  readonly benchmarkCurveCurrency?: string; // 220
  readonly benchmarkCurveName?: string; // 221
  readonly benchmarkCurvePoint?: string; // 222
  readonly benchmarkPrice?: number; // 662
  readonly benchmarkPriceType?: number; // 663
  readonly benchmarkSecurityID?: string; // 699
  readonly benchmarkSecurityIDSource?: string; // 761
}

export interface YieldData {
  readonly yieldType?: v.YieldType; // 235
  readonly yield?: number; // 236
  readonly yieldCalcDate?: string; // 701
  readonly yieldRedemptionDate?: string; // 696
  readonly yieldRedemptionPrice?: number; // 697
  readonly yieldRedemptionPriceType?: number; // 698
}

export interface ContAmtGrp {
  readonly noContAmts?: readonly ContAmtsGroup[]; // 518
}

export interface ContAmtsGroup {
  readonly contAmtType: v.ContAmtType; // 519
  readonly contAmtValue?: number; // 520
  readonly contAmtCurr?: string; // 521
}

export interface InstrmtLegExecGrp {
  readonly noLegs?: readonly InstrmtLegExecGrpLegsGroup[]; // 555
}

export interface InstrmtLegExecGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties {
  readonly legQty?: number; // 687
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legPositionEffect?: string; // 564
  readonly legCoveredOrUncovered?: number; // 565
  readonly legRefID?: string; // 654
  readonly legPrice?: number; // 566
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
  readonly legLastPx?: number; // 637
}

export interface InstrumentLeg extends LegSecAltIDGrp {
  readonly legSymbol?: string; // 600
  readonly legSymbolSfx?: string; // 601
  readonly legSecurityID?: string; // 602
  readonly legSecurityIDSource?: string; // 603
  readonly legProduct?: number; // 607
  readonly legCFICode?: string; // 608
  readonly legSecurityType?: string; // 609
  readonly legSecuritySubType?: string; // 764
  readonly legMaturityMonthYear?: string; // 610
  readonly legMaturityDate?: string; // 611
  readonly legCouponPaymentDate?: string; // 248
  readonly legIssueDate?: string; // 249
  readonly legRepoCollateralSecurityType?: string; // 250
  readonly legRepurchaseTerm?: number; // 251
  readonly legRepurchaseRate?: number; // 252
  readonly legFactor?: number; // 253
  readonly legCreditRating?: string; // 257
  readonly legInstrRegistry?: string; // 599
  readonly legCountryOfIssue?: string; // 596
  readonly legStateOrProvinceOfIssue?: string; // 597
  readonly legLocaleOfIssue?: string; // 598
  readonly legRedemptionDate?: string; // 254
  readonly legStrikePrice?: number; // 612
  readonly legStrikeCurrency?: string; // 942
  readonly legOptAttribute?: string; // 613
  readonly legContractMultiplier?: number; // 614
  readonly legCouponRate?: number; // 615
  readonly legSecurityExchange?: string; // 616
  readonly legIssuer?: string; // 617
  readonly encodedLegIssuer?: Uint8Array; // 619
  readonly legSecurityDesc?: string; // 620
  readonly encodedLegSecurityDesc?: Uint8Array; // 622
  readonly legRatioQty?: number; // 623
  readonly legSide?: string; // 624
  readonly legCurrency?: string; // 556
  readonly legPool?: string; // 740
  readonly legDatedDate?: string; // 739
  readonly legContractSettlMonth?: string; // 955
  readonly legInterestAccrualDate?: string; // 956
}

export interface LegSecAltIDGrp {
  readonly noLegSecurityAltID?: readonly LegSecurityAltIDGroup[]; // 604
}

export interface LegSecurityAltIDGroup {
  readonly legSecurityAltID: string; // 605
  readonly legSecurityAltIDSource?: string; // 606
}

export interface LegStipulations {
  readonly noLegStipulations?: readonly LegStipulationsGroup[]; // 683
}

export interface LegStipulationsGroup {
  readonly legStipulationType: string; // 688
  readonly legStipulationValue?: string; // 689
}

export interface NestedParties {
  readonly noNestedPartyIDs?: readonly NestedPartyIDsGroup[]; // 539
}

export interface NestedPartyIDsGroup extends NstdPtysSubGrp {
  readonly nestedPartyID: string; // 524
  readonly nestedPartyIDSource?: string; // 525
  readonly nestedPartyRole?: number; // 538
}

export interface NstdPtysSubGrp {
  readonly noNestedPartySubIDs?: readonly NestedPartySubIDsGroup[]; // 804
}

export interface NestedPartySubIDsGroup {
  readonly nestedPartySubID: string; // 545
  readonly nestedPartySubIDType?: number; // 805
}

export interface MiscFeesGrp {
  readonly noMiscFees?: readonly MiscFeesGroup[]; // 136
}

export interface MiscFeesGroup {
  readonly miscFeeAmt: number; // 137
  readonly miscFeeCurr?: string; // 138
  readonly miscFeeType?: v.MiscFeeType; // 139
  readonly miscFeeBasis?: v.MiscFeeBasis; // 891
}

export interface MsgTypesGroup {
  readonly refMsgType: string; // 372
  readonly msgDirection?: v.MsgDirection; // 385
}

export interface RoutingGrp {
  readonly noRoutingIDs?: readonly RoutingIDsGroup[]; // 215
}

export interface RoutingIDsGroup {
  readonly routingType: v.RoutingType; // 216
  readonly routingID?: string; // 217
}

export interface InstrmtGrp {
  readonly noRelatedSym?: readonly InstrmtGrpRelatedSymGroup[]; // 146
}

export interface InstrmtGrpRelatedSymGroup extends Instrument {}

export interface InstrmtLegGrp {
  readonly noLegs?: readonly InstrmtLegGrpLegsGroup[]; // 555
}

export interface InstrmtLegGrpLegsGroup extends InstrumentLeg {}

export interface LinesOfTextGrp {
  readonly noLinesOfText: readonly LinesOfTextGroup[]; // 33
}

export interface LinesOfTextGroup {
  readonly text: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface PreAllocGrp {
  readonly noAllocs?: readonly PreAllocGrpAllocsGroup[]; // 78
}

export interface PreAllocGrpAllocsGroup extends NestedParties {
  readonly allocAccount: string; // 79
  readonly allocAcctIDSource?: number; // 661
  readonly allocSettlCurrency?: string; // 736
  readonly individualAllocID?: string; // 467
  readonly allocQty?: number; // 80
}

export interface TrdgSesGrp {
  readonly noTradingSessions?: readonly TradingSessionsGroup[]; // 386
}

export interface TradingSessionsGroup {
  readonly tradingSessionID: string; // 336
  readonly tradingSessionSubID?: string; // 625
}

export interface ListOrdGrp {
  readonly noOrders: readonly ListOrdGrpOrdersGroup[]; // 73
}

export interface ListOrdGrpOrdersGroup extends Parties, PreAllocGrp, TrdgSesGrp, Instrument, UndInstrmtGrp, Stipulations, OrderQtyData, SpreadOrBenchmarkCurveData, YieldData, CommissionData, PegInstructions, DiscretionInstructions {
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly listSeqNo: number; // 67
  readonly clOrdLinkID?: string; // 583
  readonly settlInstMode?: v.SettlInstMode; // 160
  readonly tradeOriginationDate?: string; // 229
  readonly tradeDate?: string; // 75
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly dayBookingInst?: v.DayBookingInst; // 589
  readonly bookingUnit?: v.BookingUnit; // 590
  readonly allocID?: string; // 70
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly cashMargin?: v.CashMargin; // 544
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly handlInst?: v.HandlInst; // 21
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly processCode?: v.ProcessCode; // 81
  readonly prevClosePx?: number; // 140
  readonly side: v.Side; // 54
  readonly sideValueInd?: v.SideValueInd; // 401
  readonly locateReqd?: boolean; // 114
  readonly transactTime?: string; // 60
  readonly qtyType?: v.QtyType; // 854
  readonly ordType?: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly ioiid?: string; // 23
  readonly quoteID?: string; // 117
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly price2?: number; // 640
  readonly positionEffect?: v.PositionEffect; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly maxShow?: number; // 210
  readonly targetStrategy?: v.TargetStrategy | (number & {}); // 847
  readonly targetStrategyParameters?: string; // 848
  readonly participationRate?: number; // 849
  readonly designation?: string; // 494
}

export interface OrdListStatGrp {
  readonly noOrders: readonly OrdListStatGrpOrdersGroup[]; // 73
}

export interface OrdListStatGrpOrdersGroup {
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly cumQty: number; // 14
  readonly ordStatus: v.OrdStatus; // 39
  readonly workingIndicator?: boolean; // 636
  readonly leavesQty: number; // 151
  readonly cxlQty: number; // 84
  readonly avgPx: number; // 6
  readonly ordRejReason?: v.OrdRejReason; // 103
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface QuotReqGrp {
  readonly noRelatedSym: readonly QuotReqGrpRelatedSymGroup[]; // 146
}

export interface QuotReqGrpRelatedSymGroup extends Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, QuotReqLegsGrp, QuotQualGrp, SpreadOrBenchmarkCurveData, YieldData, Parties {
  readonly prevClosePx?: number; // 140
  readonly quoteRequestType?: v.QuoteRequestType; // 303
  readonly quoteType?: v.QuoteType; // 537
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly tradeOriginationDate?: string; // 229
  readonly side?: v.Side; // 54
  readonly qtyType?: v.QtyType; // 854
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly quotePriceType?: v.QuotePriceType; // 692
  readonly ordType?: v.OrdType; // 40
  readonly validUntilTime?: string; // 62
  readonly expireTime?: string; // 126
  readonly transactTime?: string; // 60
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly price2?: number; // 640
}

export interface QuotReqLegsGrp {
  readonly noLegs?: readonly QuotReqLegsGrpLegsGroup[]; // 555
}

export interface QuotReqLegsGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties, LegBenchmarkCurveData {
  readonly legQty?: number; // 687
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
}

export interface LegBenchmarkCurveData {
  readonly legBenchmarkCurveCurrency?: string; // 676
  readonly legBenchmarkCurveName?: string; // 677
  readonly legBenchmarkCurvePoint?: string; // 678
  readonly legBenchmarkPrice?: number; // 679
  readonly legBenchmarkPriceType?: number; // 680
}

export interface QuotQualGrp {
  readonly noQuoteQualifiers?: readonly QuoteQualifiersGroup[]; // 735
}

export interface QuoteQualifiersGroup {
  readonly quoteQualifier: string; // 695
}

export interface LegQuotGrp {
  readonly noLegs?: readonly LegQuotGrpLegsGroup[]; // 555
}

export interface LegQuotGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties, LegBenchmarkCurveData {
  readonly legQty?: number; // 687
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
  readonly legPriceType?: number; // 686
  readonly legBidPx?: number; // 681
  readonly legOfferPx?: number; // 684
}

export interface MDReqGrp {
  readonly noMDEntryTypes: readonly MDEntryTypesGroup[]; // 267
}

export interface MDEntryTypesGroup {
  readonly mdEntryType: v.MDEntryType; // 269
}

export interface InstrmtMDReqGrp {
  readonly noRelatedSym: readonly InstrmtMDReqGrpRelatedSymGroup[]; // 146
}

export interface InstrmtMDReqGrpRelatedSymGroup extends Instrument, UndInstrmtGrp, InstrmtLegGrp {}

export interface MDFullGrp {
  readonly noMDEntries: readonly MDFullGrpMDEntriesGroup[]; // 268
}

export interface MDFullGrpMDEntriesGroup {
  readonly mdEntryType: v.MDEntryType; // 269
  readonly mdEntryPx?: number; // 270
  readonly currency?: string; // 15
  readonly mdEntrySize?: number; // 271
  readonly mdEntryDate?: string; // 272
  readonly mdEntryTime?: string; // 273
  readonly tickDirection?: v.TickDirection; // 274
  readonly mdMkt?: string; // 275
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly quoteCondition?: readonly v.QuoteCondition[]; // 276
  readonly tradeCondition?: readonly v.TradeCondition[]; // 277
  readonly mdEntryOriginator?: string; // 282
  readonly locationID?: string; // 283
  readonly deskID?: string; // 284
  readonly openCloseSettlFlag?: readonly v.OpenCloseSettlFlag[]; // 286
  readonly timeInForce?: v.TimeInForce; // 59
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly minQty?: number; // 110
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly sellerDays?: number; // 287
  readonly orderID?: string; // 37
  readonly quoteEntryID?: string; // 299
  readonly mdEntryBuyer?: string; // 288
  readonly mdEntrySeller?: string; // 289
  readonly numberOfOrders?: number; // 346
  readonly mdEntryPositionNo?: number; // 290
  readonly scope?: readonly v.Scope[]; // 546
  readonly priceDelta?: number; // 811
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface MDIncGrp {
  readonly noMDEntries: readonly MDIncGrpMDEntriesGroup[]; // 268
}

export interface MDIncGrpMDEntriesGroup extends Instrument, UndInstrmtGrp, InstrmtLegGrp {
  readonly mdUpdateAction: v.MDUpdateAction; // 279
  readonly deleteReason?: v.DeleteReason; // 285
  readonly mdEntryType?: v.MDEntryType; // 269
  readonly mdEntryID?: string; // 278
  readonly mdEntryRefID?: string; // 280
  readonly financialStatus?: readonly v.FinancialStatus[]; // 291
  readonly corporateAction?: readonly v.CorporateAction[]; // 292
  readonly mdEntryPx?: number; // 270
  readonly currency?: string; // 15
  readonly mdEntrySize?: number; // 271
  readonly mdEntryDate?: string; // 272
  readonly mdEntryTime?: string; // 273
  readonly tickDirection?: v.TickDirection; // 274
  readonly mdMkt?: string; // 275
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly quoteCondition?: readonly v.QuoteCondition[]; // 276
  readonly tradeCondition?: readonly v.TradeCondition[]; // 277
  readonly mdEntryOriginator?: string; // 282
  readonly locationID?: string; // 283
  readonly deskID?: string; // 284
  readonly openCloseSettlFlag?: readonly v.OpenCloseSettlFlag[]; // 286
  readonly timeInForce?: v.TimeInForce; // 59
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly minQty?: number; // 110
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly sellerDays?: number; // 287
  readonly orderID?: string; // 37
  readonly quoteEntryID?: string; // 299
  readonly mdEntryBuyer?: string; // 288
  readonly mdEntrySeller?: string; // 289
  readonly numberOfOrders?: number; // 346
  readonly mdEntryPositionNo?: number; // 290
  readonly scope?: readonly v.Scope[]; // 546
  readonly priceDelta?: number; // 811
  readonly netChgPrevDay?: number; // 451
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface MDRjctGrp {
  readonly noAltMDSource?: readonly AltMDSourceGroup[]; // 816
}

export interface AltMDSourceGroup {
  readonly altMDSourceID: string; // 817
}

export interface QuotCxlEntriesGrp {
  readonly noQuoteEntries?: readonly QuoteEntriesGroup[]; // 295
}

export interface QuoteEntriesGroup extends Instrument, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp {}

export interface InstrumentExtension extends AttrbGrp {
  readonly deliveryForm?: v.DeliveryForm; // 668
  readonly pctAtRisk?: number; // 869
}

export interface AttrbGrp {
  readonly noInstrAttrib?: readonly InstrAttribGroup[]; // 870
}

export interface InstrAttribGroup {
  readonly instrAttribType: v.InstrAttribType; // 871
  readonly instrAttribValue?: string; // 872
}

export interface AffectedOrdGrp {
  readonly noAffectedOrders?: readonly AffectedOrdersGroup[]; // 534
}

export interface AffectedOrdersGroup {
  readonly origClOrdID: string; // 41
  readonly affectedOrderID?: string; // 535
  readonly affectedSecondaryOrderID?: string; // 536
}

export interface TrdCapDtGrp {
  readonly noDates?: readonly DatesGroup[]; // 580
}

export interface DatesGroup {
  readonly tradeDate: string; // 75
  readonly transactTime?: string; // 60
}

export interface PositionAmountData {
  readonly noPosAmt?: readonly PosAmtGroup[]; // 753
}

export interface PosAmtGroup {
  readonly posAmtType: v.PosAmtType; // 707
  readonly posAmt?: number; // 708
}

export interface TrdInstrmtLegGrp {
  readonly noLegs?: readonly InstrmtLegExecGrpLegsGroup[]; // 555
}

export interface TrdRegTimestamps {
  readonly noTrdRegTimestamps?: readonly TrdRegTimestampsGroup[]; // 768
}

export interface TrdRegTimestampsGroup {
  readonly trdRegTimestamp: string; // 769
  readonly trdRegTimestampType?: v.TrdRegTimestampType; // 770
  readonly trdRegTimestampOrigin?: string; // 771
}

export interface TrdCapRptSideGrp {
  readonly noSides: readonly SidesGroup[]; // 552
}

export interface SidesGroup extends Parties, ClrInstGrp, CommissionData, ContAmtGrp, Stipulations, MiscFeesGrp, TrdAllocGrp {
  readonly side: v.Side; // 54
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly clOrdID?: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly listID?: string; // 66
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly processCode?: v.ProcessCode; // 81
  readonly oddLot?: boolean; // 575
  readonly tradeInputSource?: string; // 578
  readonly tradeInputDevice?: string; // 579
  readonly orderInputDevice?: string; // 821
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly ordType?: v.OrdType; // 40
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly transBkdTime?: string; // 483
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly timeBracket?: string; // 943
  readonly grossTradeAmt?: number; // 381
  readonly numDaysInterest?: number; // 157
  readonly exDate?: string; // 230
  readonly accruedInterestRate?: number; // 158
  readonly accruedInterestAmt?: number; // 159
  readonly interestAtMaturity?: number; // 738
  readonly endAccruedInterestAmt?: number; // 920
  readonly startCash?: number; // 921
  readonly endCash?: number; // 922
  readonly concession?: number; // 238
  readonly totalTakedown?: number; // 237
  readonly netMoney?: number; // 118
  readonly settlCurrAmt?: number; // 119
  readonly settlCurrency?: string; // 120
  readonly settlCurrFxRate?: number; // 155
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly positionEffect?: v.PositionEffect; // 77
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly sideMultiLegReportingType?: v.SideMultiLegReportingType; // 752
  readonly exchangeRule?: string; // 825
  readonly tradeAllocIndicator?: v.TradeAllocIndicator; // 826
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly allocID?: string; // 70
}

export interface ClrInstGrp {
  readonly noClearingInstructions?: readonly ClearingInstructionsGroup[]; // 576
}

export interface ClearingInstructionsGroup {
  readonly clearingInstruction: v.ClearingInstruction; // 577
}

export interface TrdAllocGrp {
  readonly noAllocs?: readonly TrdAllocGrpAllocsGroup[]; // 78
}

export interface TrdAllocGrpAllocsGroup extends NestedParties2 {
  readonly allocAccount: string; // 79
  readonly allocAcctIDSource?: number; // 661
  readonly allocSettlCurrency?: string; // 736
  readonly individualAllocID?: string; // 467
  readonly allocQty?: number; // 80
}

export interface NestedParties2 {
  readonly noNested2PartyIDs?: readonly Nested2PartyIDsGroup[]; // 756
}

export interface Nested2PartyIDsGroup extends NstdPtys2SubGrp {
  readonly nested2PartyID: string; // 757
  readonly nested2PartyIDSource?: string; // 758
  readonly nested2PartyRole?: number; // 759
}

export interface NstdPtys2SubGrp {
  readonly noNested2PartySubIDs?: readonly Nested2PartySubIDsGroup[]; // 806
}

export interface Nested2PartySubIDsGroup {
  readonly nested2PartySubID: string; // 760
  readonly nested2PartySubIDType?: number; // 807
}

export interface QuotReqRjctGrp {
  readonly noRelatedSym: readonly QuotReqRjctGrpRelatedSymGroup[]; // 146
}

export interface QuotReqRjctGrpRelatedSymGroup extends Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, QuotReqLegsGrp, QuotQualGrp, SpreadOrBenchmarkCurveData, YieldData, Parties {
  readonly prevClosePx?: number; // 140
  readonly quoteRequestType?: v.QuoteRequestType; // 303
  readonly quoteType?: v.QuoteType; // 537
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly tradeOriginationDate?: string; // 229
  readonly side?: v.Side; // 54
  readonly qtyType?: v.QtyType; // 854
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly quotePriceType?: v.QuotePriceType; // 692
  readonly ordType?: v.OrdType; // 40
  readonly expireTime?: string; // 126
  readonly transactTime?: string; // 60
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly price2?: number; // 640
}

export interface LegQuotStatGrp {
  readonly noLegs?: readonly LegQuotStatGrpLegsGroup[]; // 555
}

export interface LegQuotStatGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties {
  readonly legQty?: number; // 687
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
}
