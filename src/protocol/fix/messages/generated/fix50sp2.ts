/**
 * Messages of FIX.5.0SP2: what `bindMessages` writes and reads. After a field its tag.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */
import type * as v from "./fix50sp2-values.ts";

export type Fix50sp2Message =
  | ExecutionReport
  | OrderCancelReject
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
  | TradeCaptureReportAck
  | ExecutionAck
  | OrderMassActionReport
  | OrderMassActionRequest;

/** Of all of them. */
export const fix50sp2Kinds = [
  "ExecutionReport",
  "OrderCancelReject",
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
  "ExecutionAck",
  "OrderMassActionReport",
  "OrderMassActionRequest",
] as const;

/** MsgType 8. */
export interface ExecutionReport extends ApplicationSequenceControl, Parties, TargetParties, ContraGrp, RegulatoryTradeIDGrp, PreAllocGrp, Instrument, FinancingDetails, UndInstrmtGrp, Stipulations, OrderQtyData, PriceQualifierGrp, TriggeringInstruction, PegInstructions, DiscretionInstructions, StrategyParametersGrp, OrderAttributeGrp, LimitAmts, FillsGrp, OrderEventGrp, CommissionData, CommissionDataGrp, SpreadOrBenchmarkCurveData, RelativeValueGrp, YieldData, RateSource, ValueChecksGrp, MatchingInstructions, DisplayInstruction, DisclosureInstructionGrp, ContAmtGrp, InstrmtLegExecGrp, MiscFeesGrp, TrdRegTimestamps, TrdRegPublicationGrp, TradePriceConditionGrp, ThrottleResponse, RelatedOrderGrp {
  readonly kind: "ExecutionReport";
  readonly orderID: string; // 37
  readonly orderRequestID?: number; // 2422
  readonly massOrderRequestID?: string; // 2423
  readonly secondaryOrderID?: string; // 198
  readonly secondaryClOrdID?: string; // 526
  readonly secondaryExecID?: string; // 527
  readonly clOrdID?: string; // 11
  readonly quoteMsgID?: string; // 1166
  readonly origClOrdID?: string; // 41
  readonly clOrdLinkID?: string; // 583
  readonly mdEntryID?: string; // 278
  readonly quoteRespID?: string; // 693
  readonly ordStatusReqID?: string; // 790
  readonly massStatusReqID?: string; // 584
  readonly hostCrossID?: string; // 961
  readonly totNumReports?: number; // 911
  readonly lastRptRequested?: boolean; // 912
  readonly tradeOriginationDate?: string; // 229
  readonly listID?: string; // 66
  readonly crossID?: string; // 548
  readonly origCrossID?: string; // 551
  readonly crossType?: v.CrossType; // 549
  readonly refRiskLimitCheckID?: string; // 2334
  readonly refRiskLimitCheckIDType?: v.RefRiskLimitCheckIDType; // 2335
  readonly trdMatchID?: string; // 880
  readonly trdMatchSubID?: string; // 1891
  readonly execID: string; // 17
  readonly execRefID?: string; // 19
  readonly execType: v.ExecType; // 150
  readonly execTypeReason?: v.ExecTypeReason; // 2431
  readonly ordStatus: v.OrdStatus; // 39
  readonly workingIndicator?: boolean; // 636
  readonly currentWorkingPrice?: number; // 2838
  readonly ordRejReason?: v.OrdRejReason; // 103
  readonly rejectText?: string; // 1328
  readonly encodedRejectText?: Uint8Array; // 1665
  readonly execRestatementReason?: v.ExecRestatementReason; // 378
  readonly anonymousTradeIndicator?: boolean; // 2961
  readonly algorithmicTradeIndicator?: v.AlgorithmicTradeIndicator; // 2667
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: v.TrdSubType; // 829
  readonly secondaryTrdType?: number; // 855
  readonly regulatoryTransactionType?: v.RegulatoryTransactionType; // 2347
  readonly previouslyReported?: boolean; // 570
  readonly tradeReportingIndicator?: v.TradeReportingIndicator; // 2524
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly dayBookingInst?: v.DayBookingInst; // 589
  readonly bookingUnit?: v.BookingUnit; // 590
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly allocID?: string; // 70
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly matchType?: v.MatchType; // 574
  readonly orderCategory?: v.OrderCategory; // 1115
  readonly cashMargin?: v.CashMargin; // 544
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly side: v.Side; // 54
  readonly shortMarkingExemptIndicator?: boolean; // 2102
  readonly shortSaleExemptionReason?: v.ShortSaleExemptionReason; // 1688
  readonly qtyType?: v.QtyType; // 854
  readonly lotType?: v.LotType; // 1093
  readonly ordType?: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly priceProtectionScope?: v.PriceProtectionScope; // 1092
  readonly stopPx?: number; // 99
  readonly triggered?: v.Triggered; // 1823
  readonly peggedPrice?: number; // 839
  readonly peggedRefPrice?: number; // 1095
  readonly discretionPrice?: number; // 845
  readonly tradePriceNegotiationMethod?: v.TradePriceNegotiationMethod; // 1740
  readonly upfrontPrice?: number; // 1742
  readonly upfrontPriceType?: v.UpfrontPriceType; // 1741
  readonly targetStrategy?: v.TargetStrategy | (number & {}); // 847
  readonly targetStrategyParameters?: string; // 848
  readonly participationRate?: number; // 849
  readonly targetStrategyPerformance?: number; // 850
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly solicitedFlag?: boolean; // 377
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly auctionInstruction?: v.AuctionInstruction; // 1805
  readonly aggressorIndicator?: boolean; // 1057
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly tradingCapacity?: v.TradingCapacity; // 1815
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly preTradeAnonymity?: boolean; // 1091
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly lastQty?: number; // 32
  readonly calculatedCcyLastQty?: number; // 1056
  readonly lastSwapPoints?: number; // 1071
  readonly underlyingLastQty?: number; // 652
  readonly lastQtyVariance?: number; // 1828
  readonly lastPx?: number; // 31
  readonly underlyingLastPx?: number; // 651
  readonly lastParPx?: number; // 669
  readonly midPx?: number; // 631
  readonly lastSpotRate?: number; // 194
  readonly lastForwardPoints?: number; // 195
  readonly lastUpfrontPrice?: number; // 1743
  readonly reportingPx?: number; // 2750
  readonly reportingQty?: number; // 2751
  readonly lastMkt?: string; // 30
  readonly venueType?: v.VenueType; // 1430
  readonly marketSegmentID?: string; // 1300
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly exDestinationType?: v.ExDestinationType; // 2704
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly timeBracket?: string; // 943
  readonly lastCapacity?: v.LastCapacity; // 29
  readonly leavesQty: number; // 151
  readonly cumQty: number; // 14
  readonly cxlQty?: number; // 84
  readonly avgPx?: number; // 6
  readonly dayOrderQty?: number; // 424
  readonly dayCumQty?: number; // 425
  readonly dayAvgPx?: number; // 426
  readonly totNoFills?: number; // 1361
  readonly lastFragment?: boolean; // 893
  readonly eventInitiatorType?: v.EventInitiatorType; // 2830
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
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly offshoreIndicator?: v.OffshoreIndicator; // 2795
  readonly settlCurrFxRate?: number; // 155
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly handlInst?: v.HandlInst; // 21
  readonly minQty?: number; // 110
  readonly minQtyMethod?: v.MinQtyMethod; // 1822
  readonly matchIncrement?: number; // 1089
  readonly maxPriceLevels?: number; // 1090
  readonly maximumPriceDeviation?: number; // 2676
  readonly selfMatchPreventionID?: string; // 2362
  readonly selfMatchPreventionInstruction?: v.SelfMatchPreventionInstruction; // 2964
  readonly crossedIndicator?: v.CrossedIndicator; // 2523
  readonly maxFloor?: number; // 111
  readonly clearingAccountType?: v.ClearingAccountType; // 1816
  readonly positionEffect?: v.PositionEffect; // 77
  readonly maxShow?: number; // 210
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly lastForwardPoints2?: number; // 641
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
  readonly contingencyType?: v.ContingencyType; // 1385
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
  readonly dividendYield?: number; // 1380
  readonly manualOrderIndicator?: boolean; // 1028
  readonly custDirectedOrder?: boolean; // 1029
  readonly receivedDeptID?: string; // 1030
  readonly custOrderHandlingInst?: readonly v.CustOrderHandlingInst[]; // 1031
  readonly orderHandlingInstSource?: v.OrderHandlingInstSource; // 1032
  readonly orderOrigination?: v.OrderOrigination; // 1724
  readonly contraOrderOrigination?: number; // 2882
  readonly originatingDeptID?: string; // 1725
  readonly receivingDeptID?: string; // 1726
  readonly routingArrangmentIndicator?: v.RoutingArrangmentIndicator; // 2883
  readonly contraRoutingArrangmentIndicator?: number; // 2884
  readonly affiliatedFirmsTradeIndicator?: boolean; // 2525
  readonly ownerType?: v.OwnerType; // 522
  readonly orderOwnershipIndicator?: v.OrderOwnershipIndicator; // 2679
  readonly tradeContinuation?: v.TradeContinuation; // 1937
  readonly tradeContinuationText?: string; // 2374
  readonly encodedTradeContinuationText?: Uint8Array; // 2371
  readonly volatility?: number; // 1188
  readonly timeToExpiration?: number; // 1189
  readonly riskFreeRate?: number; // 1190
  readonly priceDelta?: number; // 811
  readonly coverPrice?: number; // 1917
  readonly refOrderID?: string; // 1080
  readonly refOrderIDSource?: v.RefOrderIDSource; // 1081
  readonly refClOrdID?: string; // 1806
  readonly auctionType?: v.AuctionType; // 1803
  readonly auctionAllocationPct?: number; // 1804
  readonly lockedQty?: number; // 1808
  readonly secondaryLockedQty?: number; // 1809
  readonly lockType?: v.LockType; // 1807
  readonly releaseInstruction?: v.ReleaseInstruction; // 1810
  readonly releaseQty?: number; // 1811
  readonly relatedHighPrice?: number; // 1819
  readonly relatedLowPrice?: number; // 1820
  readonly relatedPriceSource?: v.RelatedPriceSource; // 1821
}

/** MsgType 9. */
export interface OrderCancelReject extends Parties {
  readonly kind: "OrderCancelReject";
  readonly orderID: string; // 37
  readonly orderRequestID?: number; // 2422
  readonly secondaryOrderID?: string; // 198
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdID: string; // 11
  readonly clOrdLinkID?: string; // 583
  readonly origClOrdID?: string; // 41
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
  readonly rejectText?: string; // 1328
  readonly encodedRejectText?: Uint8Array; // 1665
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType B. */
export interface News extends ApplicationSequenceControl, NewsRefGrp, RoutingGrp, InstrmtGrp, InstrmtLegGrp, UndInstrmtGrp, LinesOfTextGrp {
  readonly kind: "News";
  readonly newsID?: string; // 1472
  readonly newsCategory?: v.NewsCategory; // 1473
  readonly languageCode?: string; // 1474
  readonly origTime?: string; // 42
  readonly urgency?: v.Urgency; // 61
  readonly headline: string; // 148
  readonly encodedHeadline?: Uint8Array; // 359
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly urlLink?: string; // 149
  readonly rawData?: Uint8Array; // 96
}

/** MsgType D. */
export interface NewOrderSingle extends Parties, TargetParties, PreAllocGrp, ValueChecksGrp, MatchingInstructions, DisplayInstruction, DisclosureInstructionGrp, TrdgSesGrp, Instrument, FinancingDetails, UndInstrmtGrp, Stipulations, OrderQtyData, TriggeringInstruction, SpreadOrBenchmarkCurveData, YieldData, CommissionData, CommissionDataGrp, OrderAttributeGrp, RateSource, PegInstructions, DiscretionInstructions, StrategyParametersGrp, TrdRegTimestamps, TrdRegPublicationGrp {
  readonly kind: "NewOrderSingle";
  readonly clOrdID: string; // 11
  readonly orderRequestID?: number; // 2422
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly duplicateClOrdIDIndicator?: boolean; // 2829
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
  readonly auctionInstruction?: v.AuctionInstruction; // 1805
  readonly minQty?: number; // 110
  readonly minQtyMethod?: v.MinQtyMethod; // 1822
  readonly matchIncrement?: number; // 1089
  readonly maxPriceLevels?: number; // 1090
  readonly maximumPriceDeviation?: number; // 2676
  readonly selfMatchPreventionID?: string; // 2362
  readonly selfMatchPreventionInstruction?: v.SelfMatchPreventionInstruction; // 2964
  readonly maxFloor?: number; // 111
  readonly marketSegmentID?: string; // 1300
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly exDestinationType?: v.ExDestinationType; // 2704
  readonly processCode?: v.ProcessCode; // 81
  readonly prevClosePx?: number; // 140
  readonly side: v.Side; // 54
  readonly shortMarkingExemptIndicator?: boolean; // 2102
  readonly shortSaleExemptionReason?: v.ShortSaleExemptionReason; // 1688
  readonly locateReqd?: boolean; // 114
  readonly transactTime: string; // 60
  readonly qtyType?: v.QtyType; // 854
  readonly ordType: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly currentWorkingPrice?: number; // 2838
  readonly priceProtectionScope?: v.PriceProtectionScope; // 1092
  readonly stopPx?: number; // 99
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly tradePriceNegotiationMethod?: v.TradePriceNegotiationMethod; // 1740
  readonly upfrontPriceType?: v.UpfrontPriceType; // 1741
  readonly upfrontPrice?: number; // 1742
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly solicitedFlag?: boolean; // 377
  readonly copyMsgIndicator?: boolean; // 797
  readonly ioiid?: string; // 23
  readonly quoteID?: string; // 117
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly tradingCapacity?: v.TradingCapacity; // 1815
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly preTradeAnonymity?: boolean; // 1091
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly offshoreIndicator?: v.OffshoreIndicator; // 2795
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly price2?: number; // 640
  readonly clearingAccountType?: v.ClearingAccountType; // 1816
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
  readonly manualOrderIndicator?: boolean; // 1028
  readonly custDirectedOrder?: boolean; // 1029
  readonly receivedDeptID?: string; // 1030
  readonly custOrderHandlingInst?: readonly v.CustOrderHandlingInst[]; // 1031
  readonly orderHandlingInstSource?: v.OrderHandlingInstSource; // 1032
  readonly orderOrigination?: v.OrderOrigination; // 1724
  readonly contraOrderOrigination?: number; // 2882
  readonly originatingDeptID?: string; // 1725
  readonly receivingDeptID?: string; // 1726
  readonly routingArrangmentIndicator?: v.RoutingArrangmentIndicator; // 2883
  readonly contraRoutingArrangmentIndicator?: number; // 2884
  readonly affiliatedFirmsTradeIndicator?: boolean; // 2525
  readonly ownerType?: v.OwnerType; // 522
  readonly tradeReportingIndicator?: v.TradeReportingIndicator; // 2524
  readonly refOrderID?: string; // 1080
  readonly refOrderIDSource?: v.RefOrderIDSource; // 1081
  readonly throttleInst?: v.ThrottleInst; // 1685
  readonly refClOrdID?: string; // 1806
  readonly auctionType?: v.AuctionType; // 1803
  readonly auctionAllocationPct?: number; // 1804
}

/** MsgType E. */
export interface NewOrderList extends RootParties, ListOrdGrp {
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
  readonly contingencyType?: v.ContingencyType; // 1385
  readonly encodedListExecInst?: Uint8Array; // 353
  readonly allowableOneSidednessPct?: number; // 765
  readonly allowableOneSidednessValue?: number; // 766
  readonly allowableOneSidednessCurr?: string; // 767
  readonly listManualOrderIndicator?: boolean; // 2401
  readonly totNoOrders: number; // 68
  readonly lastFragment?: boolean; // 893
  readonly throttleInst?: v.ThrottleInst; // 1685
}

/** MsgType F. */
export interface OrderCancelRequest extends Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData {
  readonly kind: "OrderCancelRequest";
  readonly orderRequestID?: number; // 2422
  readonly origClOrdID?: string; // 41
  readonly orderID?: string; // 37
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly listID?: string; // 66
  readonly origOrdModTime?: string; // 586
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly marketSegmentID?: string; // 1300
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly side: v.Side; // 54
  readonly transactTime: string; // 60
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType G. */
export interface OrderCancelReplaceRequest extends Parties, TargetParties, PreAllocGrp, ValueChecksGrp, MatchingInstructions, DisplayInstruction, DisclosureInstructionGrp, TrdgSesGrp, Instrument, FinancingDetails, UndInstrmtGrp, Stipulations, OrderQtyData, TriggeringInstruction, SpreadOrBenchmarkCurveData, YieldData, PegInstructions, DiscretionInstructions, StrategyParametersGrp, CommissionData, CommissionDataGrp, OrderAttributeGrp, RateSource, TrdRegTimestamps {
  readonly kind: "OrderCancelReplaceRequest";
  readonly orderID?: string; // 37
  readonly orderRequestID?: number; // 2422
  readonly tradeOriginationDate?: string; // 229
  readonly tradeDate?: string; // 75
  readonly origClOrdID?: string; // 41
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly duplicateClOrdIDIndicator?: boolean; // 2829
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
  readonly auctionInstruction?: v.AuctionInstruction; // 1805
  readonly minQty?: number; // 110
  readonly minQtyMethod?: v.MinQtyMethod; // 1822
  readonly matchIncrement?: number; // 1089
  readonly maxPriceLevels?: number; // 1090
  readonly maximumPriceDeviation?: number; // 2676
  readonly selfMatchPreventionID?: string; // 2362
  readonly selfMatchPreventionInstruction?: v.SelfMatchPreventionInstruction; // 2964
  readonly maxFloor?: number; // 111
  readonly marketSegmentID?: string; // 1300
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly exDestinationType?: v.ExDestinationType; // 2704
  readonly side: v.Side; // 54
  readonly shortMarkingExemptIndicator?: boolean; // 2102
  readonly shortSaleExemptionReason?: v.ShortSaleExemptionReason; // 1688
  readonly transactTime: string; // 60
  readonly qtyType?: v.QtyType; // 854
  readonly ordType: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly currentWorkingPrice?: number; // 2838
  readonly priceProtectionScope?: v.PriceProtectionScope; // 1092
  readonly stopPx?: number; // 99
  readonly targetStrategy?: v.TargetStrategy | (number & {}); // 847
  readonly targetStrategyParameters?: string; // 848
  readonly participationRate?: number; // 849
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly solicitedFlag?: boolean; // 377
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly tradingCapacity?: v.TradingCapacity; // 1815
  readonly preTradeAnonymity?: boolean; // 1091
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly offshoreIndicator?: v.OffshoreIndicator; // 2795
  readonly bookingType?: v.BookingType; // 775
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly price2?: number; // 640
  readonly clearingAccountType?: v.ClearingAccountType; // 1816
  readonly positionEffect?: v.PositionEffect; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly maxShow?: number; // 210
  readonly locateReqd?: boolean; // 114
  readonly cancellationRights?: v.CancellationRights; // 480
  readonly moneyLaunderingStatus?: v.MoneyLaunderingStatus; // 481
  readonly registID?: string; // 513
  readonly designation?: string; // 494
  readonly manualOrderIndicator?: boolean; // 1028
  readonly custDirectedOrder?: boolean; // 1029
  readonly receivedDeptID?: string; // 1030
  readonly custOrderHandlingInst?: readonly v.CustOrderHandlingInst[]; // 1031
  readonly orderHandlingInstSource?: v.OrderHandlingInstSource; // 1032
  readonly orderOrigination?: v.OrderOrigination; // 1724
  readonly contraOrderOrigination?: number; // 2882
  readonly originatingDeptID?: string; // 1725
  readonly receivingDeptID?: string; // 1726
  readonly routingArrangmentIndicator?: v.RoutingArrangmentIndicator; // 2883
  readonly contraRoutingArrangmentIndicator?: number; // 2884
  readonly ownerType?: v.OwnerType; // 522
  readonly orderOwnershipIndicator?: v.OrderOwnershipIndicator; // 2679
  readonly throttleInst?: v.ThrottleInst; // 1685
  readonly auctionType?: v.AuctionType; // 1803
  readonly auctionAllocationPct?: number; // 1804
  readonly releaseInstruction?: v.ReleaseInstruction; // 1810
  readonly releaseQty?: number; // 1811
}

/** MsgType H. */
export interface OrderStatusRequest extends Parties, Instrument, FinancingDetails, UndInstrmtGrp {
  readonly kind: "OrderStatusRequest";
  readonly orderID?: string; // 37
  readonly clOrdID?: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly clOrdLinkID?: string; // 583
  readonly ordStatusReqID?: string; // 790
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly marketSegmentID?: string; // 1300
  readonly side: v.Side; // 54
}

/** MsgType K. */
export interface ListCancelRequest extends Parties {
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
  readonly contingencyType?: v.ContingencyType; // 1385
  readonly listRejectReason?: v.ListRejectReason; // 1386
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
export interface QuoteRequest extends RootParties, QuotReqGrp {
  readonly kind: "QuoteRequest";
  readonly quoteReqID: string; // 131
  readonly rfqReqID?: string; // 644
  readonly clOrdID?: string; // 11
  readonly bookingType?: v.BookingType; // 775
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly privateQuote?: boolean; // 1171
  readonly respondentType?: v.RespondentType; // 1172
  readonly preTradeAnonymity?: boolean; // 1091
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType S. */
export interface Quote extends QuotQualGrp, QuoteAttributeGrp, ValueChecksGrp, Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, RateSource, Stipulations, LegQuotGrp, TrdRegTimestamps, CommissionData, PriceQualifierGrp, SpreadOrBenchmarkCurveData, RelativeValueGrp, YieldData, RoutingGrp {
  readonly kind: "Quote";
  readonly quoteReqID?: string; // 131
  readonly quoteID: string; // 117
  readonly bidID?: string; // 390
  readonly offerID?: string; // 1867
  readonly secondaryQuoteID?: string; // 1751
  readonly quoteMsgID?: string; // 1166
  readonly quoteRespID?: string; // 693
  readonly refOrderID?: string; // 1080
  readonly refOrderIDSource?: v.RefOrderIDSource; // 1081
  readonly quoteType?: v.QuoteType; // 537
  readonly quoteModelType?: v.QuoteModelType; // 2403
  readonly privateQuote?: boolean; // 1171
  readonly singleQuoteIndicator?: boolean; // 2837
  readonly trdType?: v.TrdType; // 828
  readonly negotiationMethod?: v.NegotiationMethod; // 2115
  readonly quoteResponseLevel?: v.QuoteResponseLevel; // 301
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly ownerType?: v.OwnerType; // 522
  readonly solicitedFlag?: boolean; // 377
  readonly bidPx?: number; // 132
  readonly offerPx?: number; // 133
  readonly mktBidPx?: number; // 645
  readonly mktOfferPx?: number; // 646
  readonly minBidSize?: number; // 647
  readonly bidSize?: number; // 134
  readonly totalBidSize?: number; // 1749
  readonly minOfferSize?: number; // 648
  readonly offerSize?: number; // 135
  readonly totalOfferSize?: number; // 1750
  readonly minQty?: number; // 110
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly validUntilTime?: string; // 62
  readonly bidSpotRate?: number; // 188
  readonly offerSpotRate?: number; // 190
  readonly bidForwardPoints?: number; // 189
  readonly offerForwardPoints?: number; // 191
  readonly bidSwapPoints?: number; // 1065
  readonly offerSwapPoints?: number; // 1066
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
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly bookingType?: v.BookingType; // 775
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly priceType?: v.PriceType; // 423
  readonly bidSpread?: number; // 2533
  readonly offerSpread?: number; // 2534
  readonly tradeContinuation?: v.TradeContinuation; // 1937
  readonly tradeContinuationText?: string; // 2374
  readonly encodedTradeContinuationText?: Uint8Array; // 2371
  readonly selfMatchPreventionID?: string; // 2362
  readonly selfMatchPreventionInstruction?: v.SelfMatchPreventionInstruction; // 2964
  readonly throttleInst?: v.ThrottleInst; // 1685
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly strikeTime?: string; // 443
}

/** MsgType V. */
export interface MarketDataRequest extends Parties, MDReqGrp, MarketSegmentScopeGrp, InstrmtMDReqGrp, TrdgSesGrp {
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
  readonly mdQuoteType?: v.MDQuoteType; // 1070
  readonly fastMarketIndicator?: boolean; // 2447
}

/** MsgType W. */
export interface MarketDataSnapshotFullRefresh extends ApplicationSequenceControl, Instrument, InstrumentExtension, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp, RelatedInstrumentGrp, MDFullGrp, RoutingGrp {
  readonly kind: "MarketDataSnapshotFullRefresh";
  readonly totNumReports?: number; // 911
  readonly mdReportID?: number; // 963
  readonly clearingBusinessDate?: string; // 715
  readonly mdBookType?: v.MDBookType; // 1021
  readonly mdSubBookType?: number; // 1173
  readonly marketDepth?: number; // 264
  readonly mdFeedType?: string; // 1022
  readonly mdSubFeedType?: string; // 1683
  readonly refreshIndicator?: boolean; // 1187
  readonly tradeDate?: string; // 75
  readonly mdReqID?: string; // 262
  readonly mdStreamID?: string; // 1500
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly lastUpdateTime: string; // 779
  readonly financialStatus?: readonly v.FinancialStatus[]; // 291
  readonly corporateAction?: readonly v.CorporateAction[]; // 292
  readonly netChgPrevDay?: number; // 451
  readonly mdSecurityTradingStatus?: number; // 1682
  readonly mdHaltReason?: number; // 1684
  readonly applQueueDepth?: number; // 813
  readonly applQueueResolution?: v.ApplQueueResolution; // 814
}

/** MsgType X. */
export interface MarketDataIncrementalRefresh extends ApplicationSequenceControl, MDIncGrp, RoutingGrp {
  readonly kind: "MarketDataIncrementalRefresh";
  readonly mdBookType?: v.MDBookType; // 1021
  readonly mdFeedType?: string; // 1022
  readonly mdSubFeedType?: string; // 1683
  readonly tradeDate?: string; // 75
  readonly mdReqID?: string; // 262
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly applQueueDepth?: number; // 813
  readonly applQueueResolution?: v.ApplQueueResolution; // 814
}

/** MsgType Y. */
export interface MarketDataRequestReject extends Parties, MDRjctGrp {
  readonly kind: "MarketDataRequestReject";
  readonly mdReqID: string; // 262
  readonly mdReqRejReason?: v.MDReqRejReason; // 281
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType Z. */
export interface QuoteCancel extends Parties, TargetParties, QuotCxlEntriesGrp {
  readonly kind: "QuoteCancel";
  readonly quoteReqID?: string; // 131
  readonly quoteID?: string; // 117
  readonly secondaryQuoteID?: string; // 1751
  readonly quoteMsgID?: string; // 1166
  readonly quoteCancelType: v.QuoteCancelType; // 298
  readonly quoteType?: v.QuoteType; // 537
  readonly quoteResponseLevel?: v.QuoteResponseLevel; // 301
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
}

/** MsgType f. */
export interface SecurityStatus extends ApplicationSequenceControl, Instrument, InstrumentExtension, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp, RelatedInstrumentGrp, ClearingPriceParametersGrp {
  readonly kind: "SecurityStatus";
  readonly securityStatusReqID?: string; // 324
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly tradeDate?: string; // 75
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly unsolicitedIndicator?: boolean; // 325
  readonly securityTradingStatus?: v.SecurityTradingStatus; // 326
  readonly marketMakerActivity?: v.MarketMakerActivity; // 1655
  readonly fastMarketIndicator?: boolean; // 2447
  readonly securityTradingEvent?: v.SecurityTradingEvent; // 1174
  readonly nextAuctionTime?: string; // 2116
  readonly financialStatus?: readonly v.FinancialStatus[]; // 291
  readonly corporateAction?: readonly v.CorporateAction[]; // 292
  readonly haltReasonInt?: v.HaltReasonInt; // 327
  readonly inViewOfCommon?: boolean; // 328
  readonly dueToRelated?: boolean; // 329
  readonly mdBookType?: v.MDBookType; // 1021
  readonly marketDepth?: number; // 264
  readonly buyVolume?: number; // 330
  readonly sellVolume?: number; // 331
  readonly highPx?: number; // 332
  readonly lowPx?: number; // 333
  readonly lastPx?: number; // 31
  readonly settlPrice?: number; // 730
  readonly settlPriceType?: v.SettlPriceType; // 731
  readonly settlPriceDeterminationMethod?: number; // 2451
  readonly transactTime?: string; // 60
  readonly adjustment?: v.Adjustment; // 334
  readonly firstPx?: number; // 1025
  readonly linkageHandlingIndicator?: boolean; // 2448
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType h. */
export interface TradingSessionStatus extends ApplicationSequenceControl, Instrument {
  readonly kind: "TradingSessionStatus";
  readonly tradSesReqID?: string; // 335
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly tradeDate?: string; // 75
  readonly tradingSessionID: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly tradSesMethod?: v.TradSesMethod; // 338
  readonly tradSesMode?: v.TradSesMode; // 339
  readonly unsolicitedIndicator?: boolean; // 325
  readonly tradSesStatus: v.TradSesStatus; // 340
  readonly tradSesEvent?: v.TradSesEvent; // 1368
  readonly fastMarketIndicator?: boolean; // 2447
  readonly tradSesStatusRejReason?: v.TradSesStatusRejReason; // 567
  readonly tradSesStartTime?: string; // 341
  readonly tradSesOpenTime?: string; // 342
  readonly tradSesPreCloseTime?: string; // 343
  readonly tradSesCloseTime?: string; // 344
  readonly tradSesEndTime?: string; // 345
  readonly tradSesControl?: v.TradSesControl; // 1785
  readonly totalVolumeTraded?: number; // 387
  readonly transactTime?: string; // 60
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType j. */
export interface BusinessMessageReject {
  readonly kind: "BusinessMessageReject";
  readonly refSeqNum?: number; // 45
  readonly refMsgType: string; // 372
  readonly refApplVerID?: string; // 1130
  readonly refApplExtID?: number; // 1406
  readonly refCstmApplVerID?: string; // 1131
  readonly businessRejectRefID?: string; // 379
  readonly businessRejectReason: v.BusinessRejectReason; // 380
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType q. */
export interface OrderMassCancelRequest extends Parties, TargetParties, Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassCancelRequest";
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly massCancelRequestType: v.MassCancelRequestType; // 530
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly side?: v.Side; // 54
  readonly transactTime: string; // 60
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType r. */
export interface OrderMassCancelReport extends AffectedOrdGrp, NotAffectedOrdGrp, Parties, TargetParties, Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassCancelReport";
  readonly clOrdID?: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly orderID: string; // 37
  readonly massActionReportID: string; // 1369
  readonly secondaryOrderID?: string; // 198
  readonly massCancelRequestType: v.MassCancelRequestType; // 530
  readonly massCancelResponse: v.MassCancelResponse; // 531
  readonly massCancelRejectReason?: v.MassCancelRejectReason; // 532
  readonly totalAffectedOrders?: number; // 533
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly side?: v.Side; // 54
  readonly transactTime?: string; // 60
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType AD. */
export interface TradeCaptureReportRequest extends Parties, Instrument, InstrumentExtension, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp, TrdCapDtGrp {
  readonly kind: "TradeCaptureReportRequest";
  readonly tradeRequestID: string; // 568
  readonly tradeID?: string; // 1003
  readonly secondaryTradeID?: string; // 1040
  readonly firmTradeID?: string; // 1041
  readonly secondaryFirmTradeID?: string; // 1042
  readonly tradeRequestType: v.TradeRequestType; // 569
  readonly subscriptionRequestType?: v.SubscriptionRequestType; // 263
  readonly tradeReportID?: string; // 571
  readonly secondaryTradeReportID?: string; // 818
  readonly secondaryExecID?: string; // 527
  readonly execID?: string; // 17
  readonly execType?: v.ExecType; // 150
  readonly orderID?: string; // 37
  readonly clOrdID?: string; // 11
  readonly matchStatus?: v.MatchStatus; // 573
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: v.TrdSubType; // 829
  readonly offsetInstruction?: v.OffsetInstruction; // 1849
  readonly tradeHandlingInstr?: v.TradeHandlingInstr; // 1123
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
  readonly messageEventSource?: string; // 1011
}

/** MsgType AE. */
export interface TradeCaptureReport extends ApplicationSequenceControl, TradePriceConditionGrp, RegulatoryTradeIDGrp, PriceQualifierGrp, RootParties, Instrument, InstrumentExtension, FinancingDetails, YieldData, UndInstrmtGrp, RelatedInstrumentGrp, CollateralAmountGrp, RateSource, TransactionAttributeGrp, AveragePriceDetail, SpreadOrBenchmarkCurveData, PositionAmountData, TrdInstrmtLegGrp, TrdRegTimestamps, TradeQtyGrp, TrdCapRptSideGrp, TrdRepIndicatorsGrp, TrdRegPublicationGrp, AttachmentGrp {
  readonly kind: "TradeCaptureReport";
  readonly tradeReportID?: string; // 571
  readonly tradeID?: string; // 1003
  readonly secondaryTradeID?: string; // 1040
  readonly firmTradeID?: string; // 1041
  readonly secondaryFirmTradeID?: string; // 1042
  readonly packageID?: string; // 2489
  readonly tradeNumber?: number; // 2490
  readonly tradeReportTransType?: v.TradeReportTransType; // 487
  readonly tradeReportType?: v.TradeReportType; // 856
  readonly trdRptStatus?: v.TrdRptStatus; // 939
  readonly tradeRequestID?: string; // 568
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: v.TrdSubType; // 829
  readonly secondaryTrdType?: number; // 855
  readonly tertiaryTrdType?: number; // 2896
  readonly anonymousTradeIndicator?: boolean; // 2961
  readonly algorithmicTradeIndicator?: v.AlgorithmicTradeIndicator; // 2667
  readonly offsetInstruction?: v.OffsetInstruction; // 1849
  readonly tradeHandlingInstr?: v.TradeHandlingInstr; // 1123
  readonly origTradeHandlingInstr?: string; // 1124
  readonly origTradeDate?: string; // 1125
  readonly origTradeID?: string; // 1126
  readonly origSecondaryTradeID?: string; // 1127
  readonly transferReason?: string; // 830
  readonly execType?: v.ExecType; // 150
  readonly totNumTradeReports?: number; // 748
  readonly lastRptRequested?: boolean; // 912
  readonly manualOrderIndicator?: boolean; // 1028
  readonly unsolicitedIndicator?: boolean; // 325
  readonly subscriptionRequestType?: v.SubscriptionRequestType; // 263
  readonly tradeReportRefID?: string; // 572
  readonly secondaryTradeReportRefID?: string; // 881
  readonly secondaryTradeReportID?: string; // 818
  readonly tradeLinkID?: string; // 820
  readonly trdMatchID?: string; // 880
  readonly execID?: string; // 17
  readonly execRefID?: string; // 19
  readonly secondaryExecID?: string; // 527
  readonly execRestatementReason?: v.ExecRestatementReason; // 378
  readonly regulatoryTransactionType?: v.RegulatoryTransactionType; // 2347
  readonly previouslyReported?: boolean; // 570
  readonly priceType?: v.PriceType; // 423
  readonly crossType?: v.CrossType; // 549
  readonly asOfIndicator?: v.AsOfIndicator; // 1015
  readonly settlSessID?: v.SettlSessID; // 716
  readonly settlSessSubID?: string; // 717
  readonly venueType?: v.VenueType; // 1430
  readonly marketSegmentID?: string; // 1300
  readonly marketID?: string; // 1301
  readonly taxonomyType?: v.TaxonomyType; // 2375
  readonly qtyType?: v.QtyType; // 854
  readonly collateralizationValueDate?: string; // 2868
  readonly underlyingTradingSessionID?: string; // 822
  readonly underlyingTradingSessionSubID?: string; // 823
  readonly lastQty?: number; // 32
  readonly lastQtyVariance?: number; // 1828
  readonly lastQtyChanged?: number; // 2301
  readonly lastMultipliedQty?: number; // 2368
  readonly totalTradeQty?: number; // 2367
  readonly totalTradeMultipliedQty?: number; // 2370
  readonly lastPx?: number; // 31
  readonly midPx?: number; // 631
  readonly differentialPrice?: number; // 1522
  readonly calculatedCcyLastQty?: number; // 1056
  readonly priceMarkup?: number; // 2762
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly settlPriceFxRateCalc?: string; // 2366
  readonly lastParPx?: number; // 669
  readonly lastSpotRate?: number; // 194
  readonly lastForwardPoints?: number; // 195
  readonly lastSwapPoints?: number; // 1071
  readonly pricePrecision?: number; // 2349
  readonly lastMkt?: string; // 30
  readonly clearingTradePrice?: number; // 1596
  readonly tradePriceNegotiationMethod?: v.TradePriceNegotiationMethod; // 1740
  readonly lastUpfrontPrice?: number; // 1743
  readonly upfrontPriceType?: v.UpfrontPriceType; // 1741
  readonly tradeDate?: string; // 75
  readonly clearingBusinessDate?: string; // 715
  readonly clearingPortfolioID?: string; // 2870
  readonly avgPx?: number; // 6
  readonly avgPxGroupID?: string; // 1731
  readonly avgPxIndicator?: v.AvgPxIndicator; // 819
  readonly valuationDate?: string; // 2085
  readonly valuationTime?: string; // 2086
  readonly valuationBusinessCenter?: string; // 2087
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
  readonly tradeLegRefID?: string; // 824
  readonly transactTime?: string; // 60
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly terminationDate?: string; // 2878
  readonly underlyingSettlementDate?: string; // 987
  readonly matchStatus?: v.MatchStatus; // 573
  readonly execMethod?: v.ExecMethod; // 2405
  readonly matchType?: v.MatchType; // 574
  readonly volatility?: number; // 1188
  readonly timeToExpiration?: number; // 1189
  readonly dividendYield?: number; // 1380
  readonly riskFreeRate?: number; // 1190
  readonly priceDelta?: number; // 811
  readonly currencyRatio?: number; // 1382
  readonly copyMsgIndicator?: boolean; // 797
  readonly tradeReportingIndicator?: v.TradeReportingIndicator; // 2524
  readonly publishTrdIndicator?: boolean; // 852
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly shortSaleReason?: v.ShortSaleReason; // 853
  readonly tierCode?: string; // 994
  readonly messageEventSource?: string; // 1011
  readonly lastUpdateTime?: string; // 779
  readonly rndPx?: number; // 991
  readonly tzTransactTime?: string; // 1132
  readonly reportedPxDiff?: boolean; // 1134
  readonly grossTradeAmt?: number; // 381
  readonly totalGrossTradeAmt?: number; // 2369
  readonly tradeReportRejectReason?: v.TradeReportRejectReason; // 751
  readonly rejectText?: string; // 1328
  readonly encodedRejectText?: Uint8Array; // 1665
  readonly feeMultiplier?: number; // 1329
  readonly clearedIndicator?: v.ClearedIndicator; // 1832
  readonly clearingIntention?: v.ClearingIntention; // 1924
  readonly tradeClearingInstruction?: number; // 1925
  readonly backloadedTradeIndicator?: boolean; // 1926
  readonly confirmationMethod?: v.ConfirmationMethod; // 1927
  readonly mandatoryClearingIndicator?: boolean; // 1928
  readonly mixedSwapIndicator?: boolean; // 1929
  readonly multiAssetSwapIndicator?: boolean; // 2527
  readonly internationalSwapIndicator?: boolean; // 2526
  readonly offMarketPriceIndicator?: boolean; // 1930
  readonly verificationMethod?: v.VerificationMethod; // 1931
  readonly clearingRequirementException?: v.ClearingRequirementException; // 1932
  readonly irsDirection?: v.IRSDirection; // 1933
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly regulatoryReportTypeBusinessDate?: string; // 2869
  readonly voluntaryRegulatoryReport?: boolean; // 1935
  readonly multiJurisdictionReportingIndicator?: v.MultiJurisdictionReportingIndicator; // 2963
  readonly tradeCollateralization?: v.TradeCollateralization; // 1936
  readonly tradeContinuation?: v.TradeContinuation; // 1937
  readonly tradeContingency?: v.TradeContingency; // 2387
  readonly tradeVersion?: string; // 2302
  readonly historicalReportIndicator?: boolean; // 2303
  readonly deltaCrossed?: boolean; // 2596
  readonly tradeContinuationText?: string; // 2374
  readonly encodedTradeContinuationText?: Uint8Array; // 2371
  readonly intraFirmTradeIndicator?: boolean; // 2373
  readonly affiliatedFirmsTradeIndicator?: boolean; // 2525
  readonly riskLimitCheckStatus?: v.RiskLimitCheckStatus; // 2343
}

/** MsgType AF. */
export interface OrderMassStatusRequest extends Parties, TargetParties, Instrument, UnderlyingInstrument {
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
export interface QuoteRequestReject extends RootParties, QuotReqRjctGrp {
  readonly kind: "QuoteRequestReject";
  readonly quoteReqID: string; // 131
  readonly rfqReqID?: string; // 644
  readonly quoteRequestRejectReason: v.QuoteRequestRejectReason; // 658
  readonly privateQuote?: boolean; // 1171
  readonly respondentType?: v.RespondentType; // 1172
  readonly preTradeAnonymity?: boolean; // 1091
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType AI. */
export interface QuoteStatusReport extends Parties, TargetParties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, LegQuotStatGrp, QuotQualGrp, QuoteAttributeGrp, PriceQualifierGrp, SpreadOrBenchmarkCurveData, YieldData, TrdRegTimestamps, CommissionData, ThrottleResponse {
  readonly kind: "QuoteStatusReport";
  readonly quoteStatusReqID?: string; // 649
  readonly quoteReqID?: string; // 131
  readonly quoteID?: string; // 117
  readonly bidID?: string; // 390
  readonly offerID?: string; // 1867
  readonly secondaryQuoteID?: string; // 1751
  readonly quoteMsgID?: string; // 1166
  readonly quoteRespID?: string; // 693
  readonly quoteType?: v.QuoteType; // 537
  readonly quoteCancelType?: v.QuoteCancelType; // 298
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly terminationDate?: string; // 2878
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly eventInitiatorType?: v.EventInitiatorType; // 2830
  readonly negotiationMethod?: v.NegotiationMethod; // 2115
  readonly expireTime?: string; // 126
  readonly price?: number; // 44
  readonly priceType?: v.PriceType; // 423
  readonly bidQuoteID?: string; // 1747
  readonly offerQuoteID?: string; // 1748
  readonly bidMDEntryID?: string; // 1745
  readonly offerMDEntryID?: string; // 1746
  readonly bidPx?: number; // 132
  readonly offerPx?: number; // 133
  readonly mktBidPx?: number; // 645
  readonly mktOfferPx?: number; // 646
  readonly minBidSize?: number; // 647
  readonly bidSize?: number; // 134
  readonly totalBidSize?: number; // 1749
  readonly minOfferSize?: number; // 648
  readonly offerSize?: number; // 135
  readonly totalOfferSize?: number; // 1750
  readonly minQty?: number; // 110
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
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly bookingType?: v.BookingType; // 775
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly quoteStatus?: v.QuoteStatus; // 297
  readonly quoteRejectReason?: v.QuoteRejectReason; // 300
  readonly rejectText?: string; // 1328
  readonly encodedRejectText?: Uint8Array; // 1665
  readonly tradeContinuation?: v.TradeContinuation; // 1937
  readonly tradeContinuationText?: string; // 2374
  readonly encodedTradeContinuationText?: Uint8Array; // 2371
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly strikeTime?: string; // 443
}

/** MsgType AJ. */
export interface QuoteResponse extends QuotQualGrp, Parties, Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, LegQuotGrp, CommissionData, PriceQualifierGrp, SpreadOrBenchmarkCurveData, YieldData {
  readonly kind: "QuoteResponse";
  readonly quoteRespID: string; // 693
  readonly quoteID?: string; // 117
  readonly quoteMsgID?: string; // 1166
  readonly quoteReqID?: string; // 131
  readonly quoteRespType: v.QuoteRespType; // 694
  readonly clOrdID?: string; // 11
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly ioiid?: string; // 23
  readonly quoteType?: v.QuoteType; // 537
  readonly preTradeAnonymity?: boolean; // 1091
  readonly trdType?: v.TrdType; // 828
  readonly regulatoryTransactionType?: v.RegulatoryTransactionType; // 2347
  readonly negotiationMethod?: v.NegotiationMethod; // 2115
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly minQty?: number; // 110
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly terminationDate?: string; // 2878
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
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
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly price?: number; // 44
  readonly priceType?: v.PriceType; // 423
  readonly coverPrice?: number; // 1917
  readonly tradeContinuation?: v.TradeContinuation; // 1937
  readonly tradeContinuationText?: string; // 2374
  readonly encodedTradeContinuationText?: Uint8Array; // 2371
  readonly strikeTime?: string; // 443
}

/** MsgType AR. */
export interface TradeCaptureReportAck extends RootParties, PriceQualifierGrp, Instrument, InstrumentExtension, FinancingDetails, AveragePriceDetail, UndInstrmtGrp, TrdRepIndicatorsGrp, TrdInstrmtLegGrp, TrdRegTimestamps, PositionAmountData, TradeQtyGrp, TrdCapRptAckSideGrp {
  readonly kind: "TradeCaptureReportAck";
  readonly tradeReportID?: string; // 571
  readonly tradeID?: string; // 1003
  readonly secondaryTradeID?: string; // 1040
  readonly firmTradeID?: string; // 1041
  readonly secondaryFirmTradeID?: string; // 1042
  readonly tradeReportTransType?: v.TradeReportTransType; // 487
  readonly tradeReportType?: v.TradeReportType; // 856
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: v.TrdSubType; // 829
  readonly secondaryTrdType?: number; // 855
  readonly offsetInstruction?: v.OffsetInstruction; // 1849
  readonly tradeHandlingInstr?: v.TradeHandlingInstr; // 1123
  readonly origTradeHandlingInstr?: string; // 1124
  readonly origTradeDate?: string; // 1125
  readonly origTradeID?: string; // 1126
  readonly origSecondaryTradeID?: string; // 1127
  readonly transferReason?: string; // 830
  readonly execType?: v.ExecType; // 150
  readonly tradeReportRefID?: string; // 572
  readonly secondaryTradeReportRefID?: string; // 881
  readonly trdRptStatus?: v.TrdRptStatus; // 939
  readonly trdAckStatus?: v.TrdAckStatus; // 1523
  readonly tradeReportRejectReason?: v.TradeReportRejectReason; // 751
  readonly rejectText?: string; // 1328
  readonly encodedRejectText?: Uint8Array; // 1665
  readonly secondaryTradeReportID?: string; // 818
  readonly subscriptionRequestType?: v.SubscriptionRequestType; // 263
  readonly tradeLinkID?: string; // 820
  readonly trdMatchID?: string; // 880
  readonly execID?: string; // 17
  readonly secondaryExecID?: string; // 527
  readonly execRestatementReason?: v.ExecRestatementReason; // 378
  readonly previouslyReported?: boolean; // 570
  readonly priceType?: v.PriceType; // 423
  readonly crossType?: v.CrossType; // 549
  readonly underlyingTradingSessionID?: string; // 822
  readonly underlyingTradingSessionSubID?: string; // 823
  readonly settlSessID?: v.SettlSessID; // 716
  readonly settlSessSubID?: string; // 717
  readonly qtyType?: v.QtyType; // 854
  readonly lastQty?: number; // 32
  readonly lastPx?: number; // 31
  readonly venueType?: v.VenueType; // 1430
  readonly marketSegmentID?: string; // 1300
  readonly marketID?: string; // 1301
  readonly lastParPx?: number; // 669
  readonly calculatedCcyLastQty?: number; // 1056
  readonly lastSwapPoints?: number; // 1071
  readonly priceMarkup?: number; // 2762
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly lastSpotRate?: number; // 194
  readonly lastForwardPoints?: number; // 195
  readonly lastMkt?: string; // 30
  readonly tradeDate?: string; // 75
  readonly clearingBusinessDate?: string; // 715
  readonly avgPx?: number; // 6
  readonly avgPxGroupID?: string; // 1731
  readonly avgPxIndicator?: v.AvgPxIndicator; // 819
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
  readonly tradeLegRefID?: string; // 824
  readonly transactTime?: string; // 60
  readonly settlType?: v.SettlType; // 63
  readonly matchStatus?: v.MatchStatus; // 573
  readonly matchType?: v.MatchType; // 574
  readonly copyMsgIndicator?: boolean; // 797
  readonly publishTrdIndicator?: boolean; // 852
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly shortSaleReason?: v.ShortSaleReason; // 853
  readonly responseTransportType?: v.ResponseTransportType; // 725
  readonly responseDestination?: string; // 726
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly asOfIndicator?: v.AsOfIndicator; // 1015
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly tierCode?: string; // 994
  readonly messageEventSource?: string; // 1011
  readonly lastUpdateTime?: string; // 779
  readonly rndPx?: number; // 991
  readonly rptSys?: string; // 1135
  readonly grossTradeAmt?: number; // 381
  readonly settlDate?: string; // 64
  readonly feeMultiplier?: number; // 1329
  readonly riskLimitCheckStatus?: v.RiskLimitCheckStatus; // 2343
}

/** MsgType BN. */
export interface ExecutionAck extends Instrument, UndInstrmtGrp, InstrmtLegGrp, OrderQtyData, PriceQualifierGrp, RegulatoryTradeIDGrp {
  readonly kind: "ExecutionAck";
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly clOrdID?: string; // 11
  readonly execAckStatus: v.ExecAckStatus; // 1036
  readonly execID: string; // 17
  readonly dkReason?: v.DKReason; // 127
  readonly side: v.Side; // 54
  readonly lastQty?: number; // 32
  readonly lastPx?: number; // 31
  readonly priceType?: v.PriceType; // 423
  readonly lastParPx?: number; // 669
  readonly cumQty?: number; // 14
  readonly avgPx?: number; // 6
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType BZ. */
export interface OrderMassActionReport extends AffectedOrdGrp, NotAffectedOrdGrp, AffectedMarketSegmentGrp, NotAffectedMarketSegmentGrp, TargetMarketSegmentGrp, Parties, TargetParties, Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassActionReport";
  readonly clOrdID?: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly massActionReportID: string; // 1369
  readonly massActionType: v.MassActionType; // 1373
  readonly massActionScope: v.MassActionScope; // 1374
  readonly massActionReason?: v.MassActionReason; // 2675
  readonly massActionResponse: v.MassActionResponse; // 1375
  readonly massActionRejectReason?: v.MassActionRejectReason; // 1376
  readonly totalAffectedOrders?: number; // 533
  readonly totalNotAffectedOrders?: number; // 2678
  readonly lastFragment?: boolean; // 893
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly price?: number; // 44
  readonly transactTime?: string; // 60
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType CA. */
export interface OrderMassActionRequest extends TargetMarketSegmentGrp, Parties, TargetParties, Instrument, UnderlyingInstrument {
  readonly kind: "OrderMassActionRequest";
  readonly clOrdID: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly massActionType: v.MassActionType; // 1373
  readonly massActionScope: v.MassActionScope; // 1374
  readonly massActionReason?: v.MassActionReason; // 2675
  readonly marketID?: string; // 1301
  readonly marketSegmentID?: string; // 1300
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly side?: v.Side; // 54
  readonly price?: number; // 44
  readonly transactTime: string; // 60
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface ApplicationSequenceControl {
  readonly applID?: string; // 1180
  readonly applSeqNum?: number; // 1181
  readonly applLastSeqNum?: number; // 1350
  readonly applResendFlag?: boolean; // 1352
}

export interface Parties {
  readonly noPartyIDs?: readonly PartyIDsGroup[]; // 453
}

export interface PartyIDsGroup extends PtysSubGrp {
  readonly partyID: string; // 448
  readonly partyIDSource?: v.PartyIDSource; // 447
  readonly partyRole?: v.PartyRole; // 452
  readonly partyRoleQualifier?: number; // 2376
}

export interface PtysSubGrp {
  readonly noPartySubIDs?: readonly PartySubIDsGroup[]; // 802
}

export interface PartySubIDsGroup {
  readonly partySubID: string; // 523
  readonly partySubIDType?: v.PartySubIDType; // 803
}

export interface TargetParties {
  readonly noTargetPartyIDs?: readonly TargetPartyIDsGroup[]; // 1461
}

export interface TargetPartyIDsGroup extends TargetPtysSubGrp {
  readonly targetPartyID: string; // 1462
  readonly targetPartyIDSource?: string; // 1463
  readonly targetPartyRole?: number; // 1464
  readonly targetPartyRoleQualifier?: number; // 1818
}

export interface TargetPtysSubGrp {
  readonly noTargetPartySubIDs?: readonly TargetPartySubIDsGroup[]; // 2433
}

export interface TargetPartySubIDsGroup {
  readonly targetPartySubID: string; // 2434
  readonly targetPartySubIDType?: number; // 2435
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

export interface RegulatoryTradeIDGrp {
  readonly noRegulatoryTradeIDs?: readonly RegulatoryTradeIDsGroup[]; // 1907
}

export interface RegulatoryTradeIDsGroup {
  readonly regulatoryTradeID: string; // 1903
  readonly regulatoryTradeIDSource?: v.RegulatoryTradeIDSource; // 1905
  readonly regulatoryTradeIDEvent?: v.RegulatoryTradeIDEvent; // 1904
  readonly regulatoryTradeIDType?: v.RegulatoryTradeIDType; // 1906
  readonly regulatoryLegRefID?: string; // 2411
  readonly regulatoryTradeIDScope?: v.RegulatoryTradeIDScope; // 2397
}

export interface PreAllocGrp {
  readonly noAllocs?: readonly PreAllocGrpAllocsGroup[]; // 78
}

export interface PreAllocGrpAllocsGroup extends NestedParties {
  readonly allocAccount: string; // 79
  readonly allocAcctIDSource?: number; // 661
  readonly allocSettlCurrency?: string; // 736
  readonly allocSettlCurrencyCodeSource?: string; // 2927
  readonly individualAllocID?: string; // 467
  readonly allocLegRefID?: string; // 2727
  readonly allocHandlInst?: v.AllocHandlInst; // 209
  readonly allocQty?: number; // 80
  readonly custodialLotID?: string; // 1752
  readonly versusPurchaseDate?: string; // 1753
  readonly versusPurchasePrice?: number; // 1754
  readonly currentCostBasis?: number; // 1755
}

export interface NestedParties {
  readonly noNestedPartyIDs?: readonly NestedPartyIDsGroup[]; // 539
}

export interface NestedPartyIDsGroup extends NstdPtysSubGrp {
  readonly nestedPartyID: string; // 524
  readonly nestedPartyIDSource?: string; // 525
  readonly nestedPartyRole?: number; // 538
  readonly nestedPartyRoleQualifier?: number; // 2384
}

export interface NstdPtysSubGrp {
  readonly noNestedPartySubIDs?: readonly NestedPartySubIDsGroup[]; // 804
}

export interface NestedPartySubIDsGroup {
  readonly nestedPartySubID: string; // 545
  readonly nestedPartySubIDType?: number; // 805
}

export interface Instrument extends SecAltIDGrp, SecondaryAssetGrp, AssetAttributeGrp, SecurityXML, EvntGrp, InstrumentParties, ComplexEvents {
  readonly symbol?: string; // 55
  readonly symbolSfx?: v.SymbolSfx; // 65
  readonly securityID?: string; // 48
  readonly securityIDSource?: v.SecurityIDSource; // 22
  readonly product?: v.Product; // 460
  readonly productComplex?: string; // 1227
  readonly securityGroup?: string; // 1151
  readonly cfiCode?: string; // 461
  readonly upiCode?: string; // 2891
  readonly securityType?: v.SecurityType; // 167
  readonly securitySubType?: string; // 762
  readonly maturityMonthYear?: string; // 200
  readonly maturityDate?: string; // 541
  readonly maturityTime?: string; // 1079
  readonly settleOnOpenFlag?: string; // 966
  readonly instrmtAssignmentMethod?: v.InstrmtAssignmentMethod; // 1049
  readonly securityStatus?: v.SecurityStatus; // 965
  readonly couponPaymentDate?: string; // 224
  readonly restructuringType?: v.RestructuringType; // 1449
  readonly seniority?: v.Seniority; // 1450
  readonly notionalPercentageOutstanding?: number; // 1451
  readonly originalNotionalPercentageOutstanding?: number; // 1452
  readonly attachmentPoint?: number; // 1457
  readonly detachmentPoint?: number; // 1458
  readonly obligationType?: v.ObligationType; // 1739
  readonly assetGroup?: v.AssetGroup; // 2210
  readonly assetClass?: v.AssetClass; // 1938
  readonly assetSubClass?: v.AssetSubClass; // 1939
  readonly assetType?: string; // 1940
  readonly assetSubType?: string; // 2735
  readonly swapClass?: v.SwapClass; // 1941
  readonly swapSubClass?: v.SwapSubClass; // 1575
  readonly nthToDefault?: number; // 1942
  readonly mthToDefault?: number; // 1943
  readonly settledEntityMatrixSource?: string; // 1944
  readonly settledEntityMatrixPublicationDate?: string; // 1945
  readonly couponType?: v.CouponType; // 1946
  readonly totalIssuedAmount?: number; // 1947
  readonly couponFrequencyPeriod?: number; // 1948
  readonly couponFrequencyUnit?: v.CouponFrequencyUnit; // 1949
  readonly couponDayCount?: v.CouponDayCount; // 1950
  readonly couponOtherDayCount?: string; // 2879
  readonly convertibleBondEquityID?: string; // 1951
  readonly convertibleBondEquityIDSource?: string; // 1952
  readonly contractPriceRefMonth?: string; // 1953
  readonly lienSeniority?: v.LienSeniority; // 1954
  readonly loanFacility?: v.LoanFacility; // 1955
  readonly referenceEntityType?: v.ReferenceEntityType; // 1956
  readonly indexSeries?: number; // 1957
  readonly indexAnnexVersion?: number; // 1958
  readonly indexAnnexDate?: string; // 1959
  readonly indexAnnexSource?: string; // 1960
  readonly settlRateIndex?: string; // 1577
  readonly settlRateIndexLocation?: string; // 1580
  readonly optionExpirationDesc?: string; // 1581
  readonly encodedOptionExpirationDesc?: Uint8Array; // 1697
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
  readonly origStrikePrice?: number; // 2578
  readonly strikePricePrecision?: number; // 2577
  readonly strikeCurrency?: string; // 947
  readonly strikeCurrencyCodeSource?: string; // 2904
  readonly strikeMultiplier?: number; // 967
  readonly strikeValue?: number; // 968
  readonly strikeUnitOfMeasure?: string; // 1698
  readonly strikeIndex?: string; // 1866
  readonly strikeIndexCurvePoint?: string; // 2600
  readonly strikeIndexSpread?: number; // 2001
  readonly strikeIndexQuote?: v.StrikeIndexQuote; // 2601
  readonly strikePriceDeterminationMethod?: v.StrikePriceDeterminationMethod; // 1478
  readonly strikePriceBoundaryMethod?: v.StrikePriceBoundaryMethod; // 1479
  readonly strikePriceBoundaryPrecision?: number; // 1480
  readonly underlyingPriceDeterminationMethod?: v.UnderlyingPriceDeterminationMethod; // 1481
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly contractMultiplierUnit?: v.ContractMultiplierUnit; // 1435
  readonly tradingUnitPeriodMultiplier?: number; // 2353
  readonly flowScheduleType?: v.FlowScheduleType; // 1439
  readonly minPriceIncrement?: number; // 969
  readonly minPriceIncrementAmount?: number; // 1146
  readonly unitOfMeasure?: v.UnitOfMeasure; // 996
  readonly unitOfMeasureQty?: number; // 1147
  readonly unitOfMeasureCurrency?: string; // 1716
  readonly unitOfMeasureCurrencyCodeSource?: string; // 2905
  readonly priceUnitOfMeasure?: string; // 1191
  readonly priceUnitOfMeasureQty?: number; // 1192
  readonly priceUnitOfMeasureCurrency?: string; // 1717
  readonly priceUnitOfMeasureCurrencyCodeSource?: string; // 2906
  readonly settlMethod?: v.SettlMethod; // 1193
  readonly settlSubMethod?: v.SettlSubMethod; // 2579
  readonly exerciseStyle?: v.ExerciseStyle; // 1194
  readonly optPayoutType?: v.OptPayoutType; // 1482
  readonly optPayoutAmount?: number; // 1195
  readonly returnTrigger?: v.ReturnTrigger; // 2753
  readonly priceQuoteMethod?: v.PriceQuoteMethod; // 1196
  readonly valuationMethod?: v.ValuationMethod; // 1197
  readonly valuationSource?: string; // 2002
  readonly valuationReferenceModel?: string; // 2140
  readonly priceQuoteCurrency?: string; // 1524
  readonly priceQuoteCurrencyCodeSource?: string; // 2907
  readonly listMethod?: v.ListMethod; // 1198
  readonly capPrice?: number; // 1199
  readonly floorPrice?: number; // 1200
  readonly putOrCall?: v.PutOrCall; // 201
  readonly inTheMoneyCondition?: v.InTheMoneyCondition; // 2681
  readonly contraryInstructionEligibilityIndicator?: boolean; // 2685
  readonly flexibleIndicator?: boolean; // 1244
  readonly flexProductEligibilityIndicator?: boolean; // 1242
  readonly blockTradeEligibilityIndicator?: boolean; // 2575
  readonly lowExercisePriceOptionIndicator?: boolean; // 2574
  readonly timeUnit?: v.TimeUnit; // 997
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly positionLimit?: number; // 970
  readonly ntPositionLimit?: number; // 971
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly financialInstrumentShortName?: string; // 2737
  readonly financialInstrumentFullName?: string; // 2714
  readonly encodedFinancialInstrumentFullName?: Uint8Array; // 2716
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly pool?: string; // 691
  readonly contractSettlMonth?: string; // 667
  readonly cpProgram?: v.CPProgram; // 875
  readonly cpRegType?: string; // 876
  readonly datedDate?: string; // 873
  readonly interestAccrualDate?: string; // 874
  readonly shortSaleRestriction?: v.ShortSaleRestriction; // 1687
  readonly refTickTableID?: number; // 1787
  readonly strategyType?: v.StrategyType; // 2141
  readonly commonPricingIndicator?: boolean; // 2142
  readonly settlDisruptionProvision?: v.SettlDisruptionProvision; // 2143
  readonly deliveryRouteOrCharter?: string; // 2752
  readonly instrumentRoundingDirection?: string; // 2144
  readonly instrumentRoundingPrecision?: number; // 2145
  readonly instrumentPricePrecision?: number; // 2576
  readonly securityReferenceDataSupplement?: string; // 2962
  readonly extraordinaryEventAdjustmentMethod?: v.ExtraordinaryEventAdjustmentMethod; // 2602
  readonly exchangeLookAlike?: boolean; // 2603
}

export interface SecAltIDGrp {
  readonly noSecurityAltID?: readonly SecurityAltIDGroup[]; // 454
}

export interface SecurityAltIDGroup {
  readonly securityAltID: string; // 455
  readonly securityAltIDSource?: string; // 456
  readonly symbolPositionNumber?: number; // 2957
}

export interface SecondaryAssetGrp {
  readonly noSecondaryAssetClasses?: readonly SecondaryAssetClassesGroup[]; // 1976
}

export interface SecondaryAssetClassesGroup {
  readonly secondaryAssetClass: number; // 1977
  readonly secondaryAssetSubClass?: number; // 1978
  readonly secondaryAssetType?: string; // 1979
  readonly secondaryAssetSubType?: string; // 2741
}

export interface AssetAttributeGrp {
  readonly noAssetAttributes?: readonly AssetAttributesGroup[]; // 2304
}

export interface AssetAttributesGroup {
  readonly assetAttributeType: string; // 2305
  readonly assetAttributeValue?: string; // 2306
  readonly assetAttributeLimit?: string; // 2307
}

export interface SecurityXML {
  readonly securityXML?: Uint8Array; // 1185
  readonly securityXMLSchema?: string; // 1186
}

export interface EvntGrp {
  readonly noEvents?: readonly EventsGroup[]; // 864
}

export interface EventsGroup {
  readonly eventType: v.EventType; // 865
  readonly eventDate?: string; // 866
  readonly eventTime?: string; // 1145
  readonly eventTimeUnit?: v.EventTimeUnit; // 1827
  readonly eventTimePeriod?: number; // 1826
  readonly eventMonthYear?: string; // 2340
  readonly eventPx?: number; // 867
  readonly eventText?: string; // 868
  readonly encodedEventText?: Uint8Array; // 1579
}

export interface InstrumentParties {
  readonly noInstrumentParties?: readonly InstrumentPartiesGroup[]; // 1018
}

export interface InstrumentPartiesGroup extends InstrumentPtysSubGrp {
  readonly instrumentPartyID: string; // 1019
  readonly instrumentPartyIDSource?: string; // 1050
  readonly instrumentPartyRole?: number; // 1051
  readonly instrumentPartyRoleQualifier?: number; // 2378
}

export interface InstrumentPtysSubGrp {
  readonly noInstrumentPartySubIDs?: readonly InstrumentPartySubIDsGroup[]; // 1052
}

export interface InstrumentPartySubIDsGroup {
  readonly instrumentPartySubID: string; // 1053
  readonly instrumentPartySubIDType?: number; // 1054
}

export interface ComplexEvents {
  readonly noComplexEvents?: readonly ComplexEventsGroup[]; // 1483
}

export interface ComplexEventsGroup extends ComplexEventDates {
  readonly complexEventType: v.ComplexEventType; // 1484
  readonly complexOptPayoutPaySide?: number; // 2117
  readonly complexOptPayoutReceiveSide?: number; // 2118
  readonly complexOptPayoutUnderlier?: string; // 2119
  readonly complexOptPayoutAmount?: number; // 1485
  readonly complexOptPayoutPercentage?: number; // 2120
  readonly complexOptPayoutTime?: v.ComplexOptPayoutTime; // 2121
  readonly complexOptPayoutCurrency?: string; // 2122
  readonly complexOptPayoutCurrencyCodeSource?: string; // 2941
  readonly complexEventPrice?: number; // 1486
  readonly complexEventPricePercentage?: number; // 2123
  readonly complexEventPriceBoundaryMethod?: v.ComplexEventPriceBoundaryMethod; // 1487
  readonly complexEventPriceBoundaryPrecision?: number; // 1488
  readonly complexEventPriceTimeType?: v.ComplexEventPriceTimeType; // 1489
  readonly complexEventCondition?: v.ComplexEventCondition; // 1490
  readonly complexEventCurrencyOne?: string; // 2124
  readonly complexEventCurrencyOneCodeSource?: string; // 2942
  readonly complexEventCurrencyTwo?: string; // 2125
  readonly complexEventCurrencyTwoCodeSource?: string; // 2943
  readonly complexEventQuoteBasis?: v.ComplexEventQuoteBasis; // 2126
  readonly complexEventFixedFXRate?: number; // 2127
  readonly complexEventSpotRate?: number; // 2407
  readonly complexEventForwardPoints?: number; // 2408
  readonly complexEventDeterminationMethod?: string; // 2128
  readonly complexEventCalculationAgent?: number; // 2129
  readonly complexEventStrikePrice?: number; // 2130
  readonly complexEventStrikeFactor?: number; // 2131
  readonly complexEventStrikeNumberOfOptions?: number; // 2132
  readonly complexEventCreditEventsXIDRef?: string; // 2133
  readonly complexEventCreditEventNotifyingParty?: v.ComplexEventCreditEventNotifyingParty; // 2134
  readonly complexEventCreditEventBusinessCenter?: string; // 2135
  readonly complexEventCreditEventStandardSources?: boolean; // 2136
  readonly complexEventCreditEventMinimumSources?: number; // 2137
  readonly complexEventFuturesPriceValuation?: boolean; // 2597
  readonly complexEventOptionsPriceValuation?: boolean; // 2598
  readonly complexEventPVFinalPriceElectionFallback?: v.ComplexEventPVFinalPriceElectionFallback; // 2599
  readonly complexEventXID?: string; // 2138
  readonly complexEventXIDRef?: string; // 2139
}

export interface ComplexEventDates {
  readonly noComplexEventDates?: readonly ComplexEventDatesGroup[]; // 1491
}

export interface ComplexEventDatesGroup extends ComplexEventTimes {
  readonly complexEventStartDate: string; // 1492
  readonly complexEventEndDate?: string; // 1493
}

export interface ComplexEventTimes {
  readonly noComplexEventTimes?: readonly ComplexEventTimesGroup[]; // 1494
}

export interface ComplexEventTimesGroup {
  readonly complexEventStartTime: string; // 1495
  readonly complexEventEndTime?: string; // 1496
}

export interface FinancingDetails {
  readonly agreementDesc?: string; // 913
  readonly agreementID?: string; // 914
  readonly agreementVersion?: string; // 1961
  readonly agreementDate?: string; // 915
  readonly agreementCurrency?: string; // 918
  readonly agreementCurrencyCodeSource?: string; // 2952
  readonly masterConfirmationDesc?: string; // 1962
  readonly masterConfirmationDate?: string; // 1963
  readonly masterConfirmationAnnexDesc?: string; // 1964
  readonly masterConfirmationAnnexDate?: string; // 1965
  readonly brokerConfirmationDesc?: string; // 1966
  readonly creditSupportAgreementDesc?: string; // 1967
  readonly creditSupportAgreementDate?: string; // 1968
  readonly creditSupportAgreementID?: string; // 1969
  readonly governingLaw?: string; // 1970
  readonly documentationText?: string; // 1513
  readonly encodedDocumentationText?: Uint8Array; // 1527
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

export interface UnderlyingInstrument extends UndSecAltIDGrp, UnderlyingSecurityXML, UnderlyingStipulations, UndlyInstrumentParties, UnderlyingEvntGrp, UnderlyingSecondaryAssetGrp, UnderlyingAssetAttributeGrp, UnderlyingComplexEvents {
  readonly underlyingSymbol?: string; // 311
  readonly underlyingSymbolSfx?: string; // 312
  readonly underlyingSecurityID?: string; // 309
  readonly underlyingSecurityIDSource?: string; // 305
  readonly underlyingID?: string; // 2874
  readonly underlyingProduct?: number; // 462
  readonly underlyingCFICode?: string; // 463
  readonly underlyingUPICode?: string; // 2894
  readonly underlyingSecurityType?: string; // 310
  readonly underlyingSecuritySubType?: string; // 763
  readonly underlyingMaturityMonthYear?: string; // 313
  readonly underlyingMaturityDate?: string; // 542
  readonly underlyingMaturityTime?: string; // 1213
  readonly underlyingContractPriceRefMonth?: string; // 1837
  readonly underlyingCouponPaymentDate?: string; // 241
  readonly underlyingRestructuringType?: string; // 1453
  readonly underlyingSeniority?: string; // 1454
  readonly underlyingNotional?: number; // 2614
  readonly underlyingNotionalCurrency?: string; // 2615
  readonly underlyingNotionalCurrencyCodeSource?: string; // 2921
  readonly underlyingNotionalDeterminationMethod?: string; // 2616
  readonly underlyingNotionalAdjustments?: v.UnderlyingNotionalAdjustments; // 2617
  readonly underlyingNotionalXIDRef?: string; // 2619
  readonly underlyingNotionalPercentageOutstanding?: number; // 1455
  readonly underlyingOriginalNotionalPercentageOutstanding?: number; // 1456
  readonly underlyingAttachmentPoint?: number; // 1459
  readonly underlyingDetachmentPoint?: number; // 1460
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
  readonly underlyingStrikeCurrencyCodeSource?: string; // 2917
  readonly underlyingOptAttribute?: string; // 317
  readonly underlyingContractMultiplier?: number; // 436
  readonly underlyingContractMultiplierUnit?: number; // 1437
  readonly underlyingTradingUnitPeriodMultiplier?: number; // 2363
  readonly underlyingFlowScheduleType?: number; // 1441
  readonly underlyingUnitOfMeasure?: string; // 998
  readonly underlyingUnitOfMeasureQty?: number; // 1423
  readonly underlyingUnitOfMeasureCurrency?: string; // 1718
  readonly underlyingUnitOfMeasureCurrencyCodeSource?: string; // 2918
  readonly underlyingPriceUnitOfMeasure?: string; // 1424
  readonly underlyingPriceUnitOfMeasureQty?: number; // 1425
  readonly underlyingPriceUnitOfMeasureCurrency?: string; // 1719
  readonly underlyingPriceUnitOfMeasureCurrencyCodeSource?: string; // 2919
  readonly underlyingTimeUnit?: string; // 1000
  readonly underlyingExerciseStyle?: number; // 1419
  readonly underlyingPriceQuoteCurrency?: string; // 1526
  readonly underlyingPriceQuoteCurrencyCodeSource?: string; // 2920
  readonly underlyingCouponRate?: number; // 435
  readonly underlyingSecurityExchange?: string; // 308
  readonly underlyingIssuer?: string; // 306
  readonly encodedUnderlyingIssuer?: Uint8Array; // 363
  readonly underlyingFinancialInstrumentShortName?: string; // 2742
  readonly underlyingFinancialInstrumentFullName?: string; // 2720
  readonly encodedUnderlyingFinancialInstrumentFullName?: Uint8Array; // 2722
  readonly underlyingIndexCurveUnit?: string; // 2723
  readonly underlyingIndexCurvePeriod?: number; // 2724
  readonly underlyingSecurityDesc?: string; // 307
  readonly encodedUnderlyingSecurityDesc?: Uint8Array; // 365
  readonly underlyingCPProgram?: number; // 877
  readonly underlyingCPRegType?: string; // 878
  readonly underlyingAllocationPercent?: number; // 972
  readonly underlyingCurrency?: string; // 318
  readonly underlyingCurrencyCodeSource?: string; // 2916
  readonly underlyingQty?: number; // 879
  readonly underlyingSettlementType?: v.UnderlyingSettlementType; // 975
  readonly underlyingCashAmount?: number; // 973
  readonly underlyingCashType?: v.UnderlyingCashType; // 974
  readonly underlyingPx?: number; // 810
  readonly underlyingDirtyPrice?: number; // 882
  readonly underlyingEndPrice?: number; // 883
  readonly underlyingStartValue?: number; // 884
  readonly underlyingCurrentValue?: number; // 885
  readonly underlyingEndValue?: number; // 886
  readonly underlyingAccruedInterestAmt?: number; // 2885
  readonly underlyingNumDaysInterest?: number; // 2886
  readonly underlyingAdjustedQuantity?: number; // 1044
  readonly underlyingFXRate?: number; // 1045
  readonly underlyingFXRateCalc?: v.UnderlyingFXRateCalc; // 1046
  readonly underlyingCapValue?: number; // 1038
  readonly underlyingSettlMethod?: string; // 1039
  readonly underlyingPutOrCall?: number; // 315
  readonly underlyingInTheMoneyCondition?: number; // 2683
  readonly underlyingContraryInstructionEligibilityIndicator?: boolean; // 2687
  readonly underlyingConstituentWeight?: number; // 1988
  readonly underlyingCouponType?: number; // 1989
  readonly underlyingTotalIssuedAmount?: number; // 1990
  readonly underlyingCouponFrequencyPeriod?: number; // 1991
  readonly underlyingCouponFrequencyUnit?: string; // 1992
  readonly underlyingCouponDayCount?: number; // 1993
  readonly underlyingCouponOtherDayCount?: string; // 2881
  readonly underlyingObligationID?: string; // 1994
  readonly underlyingObligationIDSource?: string; // 1995
  readonly underlyingEquityID?: string; // 1996
  readonly underlyingEquityIDSource?: string; // 1997
  readonly underlyingFutureID?: string; // 2620
  readonly underlyingFutureIDSource?: string; // 2621
  readonly underlyingLienSeniority?: number; // 1998
  readonly underlyingLoanFacility?: number; // 1999
  readonly underlyingReferenceEntityType?: number; // 2000
  readonly underlyingIndexSeries?: number; // 2003
  readonly underlyingIndexAnnexVersion?: number; // 2004
  readonly underlyingIndexAnnexDate?: string; // 2005
  readonly underlyingIndexAnnexSource?: string; // 2006
  readonly underlyingSettlRateIndex?: string; // 2284
  readonly underlyingSettlRateIndexLocation?: string; // 2285
  readonly underlyingOptionExpirationDesc?: string; // 2286
  readonly encodedUnderlyingOptionExpirationDesc?: Uint8Array; // 2288
  readonly underlyingProductComplex?: string; // 2007
  readonly underlyingSecurityGroup?: string; // 2008
  readonly underlyingSettleOnOpenFlag?: string; // 2009
  readonly underlyingAssignmentMethod?: string; // 2010
  readonly underlyingSecurityStatus?: string; // 2011
  readonly underlyingObligationType?: v.UnderlyingObligationType; // 2012
  readonly underlyingAssetGroup?: number; // 2491
  readonly underlyingAssetClass?: number; // 2013
  readonly underlyingAssetSubClass?: number; // 2014
  readonly underlyingAssetType?: string; // 2015
  readonly underlyingAssetSubType?: string; // 2744
  readonly underlyingSwapClass?: string; // 2016
  readonly underlyingSwapSubClass?: string; // 2289
  readonly underlyingNthToDefault?: number; // 2017
  readonly underlyingMthToDefault?: number; // 2018
  readonly underlyingSettledEntityMatrixSource?: string; // 2019
  readonly underlyingSettledEntityMatrixPublicationDate?: string; // 2020
  readonly underlyingStrikeMultiplier?: number; // 2021
  readonly underlyingStrikeValue?: number; // 2022
  readonly underlyingStrikeUnitOfMeasure?: string; // 2290
  readonly underlyingStrikeIndexCurvePoint?: string; // 2622
  readonly underlyingStrikeIndex?: string; // 2291
  readonly underlyingStrikeIndexQuote?: number; // 2623
  readonly underlyingStrikeIndexSpread?: number; // 2292
  readonly underlyingStrikePriceDeterminationMethod?: number; // 2023
  readonly underlyingStrikePriceBoundaryMethod?: number; // 2024
  readonly underlyingStrikePriceBoundaryPrecision?: number; // 2025
  readonly underlyingMinPriceIncrement?: number; // 2026
  readonly underlyingMinPriceIncrementAmount?: number; // 2027
  readonly underlyingOptPayoutType?: number; // 2028
  readonly underlyingOptPayoutAmount?: number; // 2029
  readonly underlyingReturnTrigger?: number; // 2757
  readonly underlyingPriceQuoteMethod?: string; // 2030
  readonly underlyingValuationMethod?: string; // 2031
  readonly underlyingValuationSource?: string; // 2293
  readonly underlyingValuationReferenceModel?: string; // 2294
  readonly underlyingListMethod?: number; // 2032
  readonly underlyingCapPrice?: number; // 2033
  readonly underlyingFloorPrice?: number; // 2034
  readonly underlyingFlexibleIndicator?: boolean; // 2035
  readonly underlyingFlexProductEligibilityIndicator?: boolean; // 2036
  readonly underlyingPositionLimit?: number; // 2037
  readonly underlyingNTPositionLimit?: number; // 2038
  readonly underlyingPool?: string; // 2039
  readonly underlyingContractSettlMonth?: string; // 2040
  readonly underlyingDatedDate?: string; // 2041
  readonly underlyingInterestAccrualDate?: string; // 2042
  readonly underlyingShortSaleRestriction?: number; // 2043
  readonly underlyingRefTickTableID?: number; // 2044
  readonly underlyingStrategyType?: string; // 2295
  readonly underlyingCommonPricingIndicator?: boolean; // 2296
  readonly underlyingSettlDisruptionProvision?: number; // 2297
  readonly underlyingDeliveryRouteOrCharter?: string; // 2756
  readonly underlyingInstrumentRoundingDirection?: string; // 2298
  readonly underlyingInstrumentRoundingPrecision?: number; // 2299
  readonly underlyingExtraordinaryEventAdjustmentMethod?: number; // 2624
  readonly underlyingExchangeLookAlike?: boolean; // 2625
  readonly underlyingAverageVolumeLimitationPercentage?: number; // 2626
  readonly underlyingAverageVolumeLimitationPeriodDays?: number; // 2627
  readonly underlyingDepositoryReceiptIndicator?: boolean; // 2628
  readonly underlyingOpenUnits?: number; // 2629
  readonly underlyingBasketDivisor?: number; // 2630
  readonly underlyingInstrumentXID?: string; // 2631
}

export interface UndSecAltIDGrp {
  readonly noUnderlyingSecurityAltID?: readonly UnderlyingSecurityAltIDGroup[]; // 457
}

export interface UnderlyingSecurityAltIDGroup {
  readonly underlyingSecurityAltID: string; // 458
  readonly underlyingSecurityAltIDSource?: string; // 459
  readonly underlyingSymbolPositionNumber?: number; // 2959
}

export interface UnderlyingSecurityXML {
  readonly underlyingSecurityXML?: Uint8Array; // 1875
  readonly underlyingSecurityXMLSchema?: string; // 1876
}

export interface UnderlyingStipulations {
  readonly noUnderlyingStips?: readonly UnderlyingStipsGroup[]; // 887
}

export interface UnderlyingStipsGroup {
  readonly underlyingStipType: string; // 888
  readonly underlyingStipValue?: string; // 889
}

export interface UndlyInstrumentParties {
  readonly noUndlyInstrumentParties?: readonly UndlyInstrumentPartiesGroup[]; // 1058
}

export interface UndlyInstrumentPartiesGroup extends UndlyInstrumentPtysSubGrp {
  readonly underlyingInstrumentPartyID: string; // 1059
  readonly underlyingInstrumentPartyIDSource?: string; // 1060
  readonly underlyingInstrumentPartyRole?: number; // 1061
  readonly underlyingInstrumentPartyRoleQualifier?: number; // 2391
}

export interface UndlyInstrumentPtysSubGrp {
  readonly noUndlyInstrumentPartySubIDs?: readonly UndlyInstrumentPartySubIDsGroup[]; // 1062
}

export interface UndlyInstrumentPartySubIDsGroup {
  readonly underlyingInstrumentPartySubID: string; // 1063
  readonly underlyingInstrumentPartySubIDType?: number; // 1064
}

export interface UnderlyingEvntGrp {
  readonly noUnderlyingEvents?: readonly UnderlyingEventsGroup[]; // 1981
}

export interface UnderlyingEventsGroup {
  readonly underlyingEventType: number; // 1982
  readonly underlyingEventDate?: string; // 1983
  readonly underlyingEventTime?: string; // 1984
  readonly underlyingEventTimeUnit?: string; // 1985
  readonly underlyingEventTimePeriod?: number; // 1986
  readonly underlyingEventMonthYear?: string; // 2342
  readonly underlyingEventPx?: number; // 1987
  readonly underlyingEventText?: string; // 2071
  readonly encodedUnderlyingEventText?: Uint8Array; // 2073
}

export interface UnderlyingSecondaryAssetGrp {
  readonly noUnderlyingSecondaryAssetClasses?: readonly UnderlyingSecondaryAssetClassesGroup[]; // 2080
}

export interface UnderlyingSecondaryAssetClassesGroup {
  readonly underlyingSecondaryAssetClass: number; // 2081
  readonly underlyingSecondaryAssetSubClass?: number; // 2082
  readonly underlyingSecondaryAssetType?: string; // 2083
  readonly underlyingSecondaryAssetSubType?: string; // 2745
}

export interface UnderlyingAssetAttributeGrp {
  readonly noUnderlyingAssetAttributes?: readonly UnderlyingAssetAttributesGroup[]; // 2312
}

export interface UnderlyingAssetAttributesGroup {
  readonly underlyingAssetAttributeType: string; // 2313
  readonly underlyingAssetAttributeValue?: string; // 2314
  readonly underlyingAssetAttributeLimit?: string; // 2315
}

export interface UnderlyingComplexEvents {
  readonly noUnderlyingComplexEvents?: readonly UnderlyingComplexEventsGroup[]; // 2045
}

export interface UnderlyingComplexEventsGroup extends UnderlyingComplexEventDates {
  readonly underlyingComplexEventType: number; // 2046
  readonly underlyingComplexOptPayoutPaySide?: number; // 2261
  readonly underlyingComplexOptPayoutReceiveSide?: number; // 2262
  readonly underlyingComplexOptPayoutUnderlier?: string; // 2263
  readonly underlyingComplexOptPayoutAmount?: number; // 2047
  readonly underlyingComplexOptPayoutPercentage?: number; // 2264
  readonly underlyingComplexOptPayoutTime?: number; // 2265
  readonly underlyingComplexOptPayoutCurrency?: string; // 2266
  readonly underlyingComplexOptPayoutCurrencyCodeSource?: string; // 2947
  readonly underlyingComplexEventPrice?: number; // 2048
  readonly underlyingComplexEventPricePercentage?: number; // 2267
  readonly underlyingComplexEventPriceBoundaryMethod?: number; // 2049
  readonly underlyingComplexEventPriceBoundaryPrecision?: number; // 2050
  readonly underlyingComplexEventPriceTimeType?: number; // 2051
  readonly underlyingComplexEventCondition?: number; // 2052
  readonly underlyingComplexEventCurrencyOne?: string; // 2268
  readonly underlyingComplexEventCurrencyOneCodeSource?: string; // 2948
  readonly underlyingComplexEventCurrencyTwo?: string; // 2269
  readonly underlyingComplexEventCurrencyTwoCodeSource?: string; // 2949
  readonly underlyingComplexEventQuoteBasis?: number; // 2270
  readonly underlyingComplexEventFixedFXRate?: number; // 2271
  readonly underlyingComplexEventSpotRate?: number; // 2419
  readonly underlyingComplexEventForwardPoints?: number; // 2420
  readonly underlyingComplexEventDeterminationMethod?: string; // 2272
  readonly underlyingComplexEventCalculationAgent?: number; // 2273
  readonly underlyingComplexEventStrikePrice?: number; // 2274
  readonly underlyingComplexEventStrikeFactor?: number; // 2275
  readonly underlyingComplexEventStrikeNumberOfOptions?: number; // 2276
  readonly underlyingComplexEventCreditEventsXIDRef?: string; // 2277
  readonly underlyingComplexEventCreditEventNotifyingParty?: number; // 2278
  readonly underlyingComplexEventCreditEventBusinessCenter?: string; // 2279
  readonly underlyingComplexEventCreditEventStandardSources?: boolean; // 2280
  readonly underlyingComplexEventCreditEventMinimumSources?: number; // 2281
  readonly underlyingComplexEventFuturesPriceValuation?: boolean; // 2611
  readonly underlyingComplexEventOptionsPriceValuation?: boolean; // 2612
  readonly underlyingComplexEventPVFinalPriceElectionFallback?: number; // 2613
  readonly underlyingComplexEventXID?: string; // 2282
  readonly underlyingComplexEventXIDRef?: string; // 2283
}

export interface UnderlyingComplexEventDates {
  readonly noUnderlyingComplexEventDates?: readonly UnderlyingComplexEventDatesGroup[]; // 2053
}

export interface UnderlyingComplexEventDatesGroup extends UnderlyingComplexEventTimes {
  readonly underlyingComplexEventStartDate: string; // 2054
  readonly underlyingComplexEventEndDate?: string; // 2055
}

export interface UnderlyingComplexEventTimes {
  readonly noUnderlyingComplexEventTimes?: readonly UnderlyingComplexEventTimesGroup[]; // 2056
}

export interface UnderlyingComplexEventTimesGroup {
  readonly underlyingComplexEventStartTime: string; // 2057
  readonly underlyingComplexEventEndTime?: string; // 2058
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

export interface PriceQualifierGrp {
  readonly noPriceQualifiers?: readonly PriceQualifiersGroup[]; // 2709
}

export interface PriceQualifiersGroup {
  readonly priceQualifier: v.PriceQualifier; // 2710
}

export interface TriggeringInstruction {
  readonly triggerType?: v.TriggerType; // 1100
  readonly triggerAction?: v.TriggerAction; // 1101
  readonly triggerScope?: v.TriggerScope; // 1628
  readonly triggerPrice?: number; // 1102
  readonly triggerSymbol?: string; // 1103
  readonly triggerSecurityID?: string; // 1104
  readonly triggerSecurityIDSource?: string; // 1105
  readonly triggerSecurityDesc?: string; // 1106
  readonly triggerPriceType?: v.TriggerPriceType; // 1107
  readonly triggerPriceTypeScope?: v.TriggerPriceTypeScope; // 1108
  readonly triggerPriceDirection?: v.TriggerPriceDirection; // 1109
  readonly triggerNewPrice?: number; // 1110
  readonly triggerOrderType?: v.TriggerOrderType; // 1111
  readonly triggerNewQty?: number; // 1112
  readonly triggerTradingSessionID?: string; // 1113
  readonly triggerTradingSessionSubID?: string; // 1114
}

export interface PegInstructions {
  readonly pegOffsetValue?: number; // 211
  readonly pegPriceType?: v.PegPriceType; // 1094
  readonly pegMoveType?: v.PegMoveType; // 835
  readonly pegOffsetType?: v.PegOffsetType; // 836
  readonly pegLimitType?: v.PegLimitType; // 837
  readonly pegRoundDirection?: v.PegRoundDirection; // 838
  readonly pegScope?: v.PegScope; // 840
  readonly pegSecurityIDSource?: string; // 1096
  readonly pegSecurityID?: string; // 1097
  readonly pegSymbol?: string; // 1098
  readonly pegSecurityDesc?: string; // 1099
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

export interface StrategyParametersGrp {
  readonly noStrategyParameters?: readonly StrategyParametersGroup[]; // 957
}

export interface StrategyParametersGroup {
  readonly strategyParameterName: string; // 958
  readonly strategyParameterType?: v.StrategyParameterType; // 959
  readonly strategyParameterValue?: string; // 960
}

export interface OrderAttributeGrp {
  readonly noOrderAttributes?: readonly OrderAttributesGroup[]; // 2593
}

export interface OrderAttributesGroup {
  readonly orderAttributeType: v.OrderAttributeType; // 2594
  readonly orderAttributeValue?: string; // 2595
}

export interface LimitAmts {
  readonly noLimitAmts?: readonly LimitAmtsGroup[]; // 1630
}

export interface LimitAmtsGroup {
  readonly limitAmtType: v.LimitAmtType; // 1631
  readonly lastLimitAmt?: number; // 1632
  readonly limitAmtRemaining?: number; // 1633
  readonly limitUtilizationAmt?: number; // 2394
  readonly limitAmt?: number; // 2395
  readonly limitAmtCurrency?: string; // 1634
  readonly limitAmtCurrencyCodeSource?: string; // 2935
  readonly limitRole?: number; // 2396
}

export interface FillsGrp {
  readonly noFills?: readonly FillsGroup[]; // 1362
}

export interface FillsGroup extends NestedParties4 {
  readonly fillExecID: string; // 1363
  readonly fillPx?: number; // 1364
  readonly fillQty?: number; // 1365
  readonly fillMatchID?: string; // 2673
  readonly fillMatchSubID?: string; // 2674
  readonly fillLiquidityInd?: number; // 1443
  readonly fillYieldType?: string; // 1622
  readonly fillYield?: number; // 1623
}

export interface NestedParties4 {
  readonly noNested4PartyIDs?: readonly Nested4PartyIDsGroup[]; // 1414
}

export interface Nested4PartyIDsGroup extends NstdPtys4SubGrp {
  readonly nested4PartyID: string; // 1415
  readonly nested4PartyIDSource?: string; // 1416
  readonly nested4PartyRole?: number; // 1417
  readonly nested4PartyRoleQualifier?: number; // 2383
}

export interface NstdPtys4SubGrp {
  readonly noNested4PartySubIDs?: readonly Nested4PartySubIDsGroup[]; // 1413
}

export interface Nested4PartySubIDsGroup {
  readonly nested4PartySubID: string; // 1412
  readonly nested4PartySubIDType?: number; // 1411
}

export interface OrderEventGrp {
  readonly noOrderEvents?: readonly OrderEventsGroup[]; // 1795
}

export interface OrderEventsGroup {
  readonly orderEventType: v.OrderEventType; // 1796
  readonly orderEventExecID?: string; // 1797
  readonly orderEventReason?: v.OrderEventReason; // 1798
  readonly orderEventPx?: number; // 1799
  readonly orderEventQty?: number; // 1800
  readonly orderEventLiquidityIndicator?: number; // 1801
  readonly orderEventText?: string; // 1802
}

export interface CommissionData {
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly commCurrency?: string; // 479
  readonly commCurrencyCodeSource?: string; // 2922
  readonly commRate?: number; // 1233
  readonly commUnitOfMeasure?: string; // 1238
  readonly fundRenewWaiv?: v.FundRenewWaiv; // 497
}

export interface CommissionDataGrp {
  readonly noCommissions?: readonly CommissionsGroup[]; // 2639
}

export interface CommissionsGroup {
  readonly commissionAmount: number; // 2640
  readonly commissionAmountType?: v.CommissionAmountType; // 2641
  readonly commissionAmountSubType?: v.CommissionAmountSubType; // 2725
  readonly commissionBasis?: string; // 2642
  readonly commissionCurrency?: string; // 2643
  readonly commissionCurrencyCodeSource?: string; // 2923
  readonly commissionUnitOfMeasure?: string; // 2644
  readonly commissionUnitOfMeasureCurrency?: string; // 2645
  readonly commissionUnitOfMeasureCurrencyCodeSource?: string; // 2924
  readonly commissionRate?: number; // 2646
  readonly commissionSharedIndicator?: boolean; // 2647
  readonly commissionAmountShared?: number; // 2648
  readonly commissionLegRefID?: string; // 2649
  readonly commissionDesc?: string; // 2650
  readonly encodedCommissionDesc?: Uint8Array; // 2652
}

export interface SpreadOrBenchmarkCurveData {
  readonly spread?: number; // 218
  readonly benchmarkCurveCurrency?: string; // 220
  readonly benchmarkCurveCurrencyCodeSource?: string; // 2950
  readonly benchmarkCurveName?: v.BenchmarkCurveName; // 221
  readonly benchmarkCurvePoint?: string; // 222
  readonly benchmarkPrice?: number; // 662
  readonly benchmarkPriceType?: number; // 663
  readonly benchmarkSecurityID?: string; // 699
  readonly benchmarkSecurityIDSource?: string; // 761
}

export interface RelativeValueGrp {
  readonly noRelativeValues?: readonly RelativeValuesGroup[]; // 2529
}

export interface RelativeValuesGroup {
  readonly relativeValueType: v.RelativeValueType; // 2530
  readonly relativeValue?: number; // 2531
  readonly relativeValueSide?: v.RelativeValueSide; // 2532
}

export interface YieldData {
  readonly yieldType?: v.YieldType; // 235
  readonly yield?: number; // 236
  readonly yieldCalcDate?: string; // 701
  readonly yieldRedemptionDate?: string; // 696
  readonly yieldRedemptionPrice?: number; // 697
  readonly yieldRedemptionPriceType?: number; // 698
}

export interface RateSource {
  readonly noRateSources?: readonly RateSourcesGroup[]; // 1445
}

export interface RateSourcesGroup {
  readonly rateSource: v.RateSource; // 1446
  readonly rateSourceType?: v.RateSourceType; // 1447
  readonly referencePage?: string; // 1448
  readonly rateSourceReferemcePageHeading?: string; // 2412
  readonly fxBenchmarkRateFix?: string; // 2796
}

export interface ValueChecksGrp {
  readonly noValueChecks?: readonly ValueChecksGroup[]; // 1868
}

export interface ValueChecksGroup {
  readonly valueCheckType: v.ValueCheckType; // 1869
  readonly valueCheckAction?: v.ValueCheckAction; // 1870
}

export interface MatchingInstructions {
  readonly noMatchInst?: readonly MatchInstGroup[]; // 1624
}

export interface MatchInstGroup {
  readonly matchInst: v.MatchInst; // 1625
  readonly matchInstMarketID?: string; // 1673
  readonly matchAttribTagID?: number; // 1626
  readonly matchAttribValue?: string; // 1627
}

export interface DisplayInstruction {
  readonly displayQty?: number; // 1138
  readonly secondaryDisplayQty?: number; // 1082
  readonly initialDisplayQty?: number; // 1608
  readonly currentDisplayPrice?: number; // 2828
  readonly displayWhen?: v.DisplayWhen; // 1083
  readonly displayMethod?: v.DisplayMethod; // 1084
  readonly displayLowQty?: number; // 1085
  readonly displayHighQty?: number; // 1086
  readonly displayMinIncr?: number; // 1087
  readonly refreshQty?: number; // 1088
}

export interface DisclosureInstructionGrp {
  readonly noDisclosureInstructions?: readonly DisclosureInstructionsGroup[]; // 1812
}

export interface DisclosureInstructionsGroup {
  readonly disclosureType: v.DisclosureType; // 1813
  readonly disclosureInstruction?: v.DisclosureInstruction; // 1814
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

export interface InstrmtLegExecGrpLegsGroup extends InstrumentLeg, LegStipulations, LegPreAllocGrp, NestedParties3 {
  readonly legOrderQty?: number; // 685
  readonly legQty?: number; // 687
  readonly legMidPx?: number; // 2346
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legAllocID?: string; // 1366
  readonly legAccount?: string; // 2680
  readonly legClearingAccountType?: number; // 1817
  readonly legPositionEffect?: string; // 564
  readonly legCoveredOrUncovered?: number; // 565
  readonly legRefID?: string; // 654
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
  readonly legLastPx?: number; // 637
  readonly legSettlCurrency?: string; // 675
  readonly legSettlCurrencyCodeSource?: string; // 2900
  readonly legLastForwardPoints?: number; // 1073
  readonly legCalculatedCcyLastQty?: number; // 1074
  readonly legGrossTradeAmt?: number; // 1075
  readonly legShortSaleExemptionReason?: number; // 1689
  readonly legVolatility?: number; // 1379
  readonly legDividendYield?: number; // 1381
  readonly legCurrencyRatio?: number; // 1383
  readonly legExecInst?: readonly string[]; // 1384
  readonly legLastQty?: number; // 1418
  readonly fillRefID?: string; // 2421
}

export interface InstrumentLeg extends LegSecAltIDGrp, LegSecondaryAssetGrp, LegAssetAttributeGrp, LegSecurityXML, LegEvntGrp, LegInstrumentParties, LegComplexEvents {
  readonly legSymbol?: string; // 600
  readonly legSymbolSfx?: string; // 601
  readonly legSecurityID?: string; // 602
  readonly legSecurityIDSource?: string; // 603
  readonly legID?: string; // 1788
  readonly legProduct?: number; // 607
  readonly legSecurityGroup?: string; // 1594
  readonly legCFICode?: string; // 608
  readonly legUPICode?: string; // 2893
  readonly legSecurityType?: string; // 609
  readonly legSecuritySubType?: string; // 764
  readonly legMaturityMonthYear?: string; // 610
  readonly legMaturityDate?: string; // 611
  readonly legMaturityTime?: string; // 1212
  readonly legSettleOnOpenFlag?: string; // 2146
  readonly legInstrmtAssignmentMethod?: string; // 2147
  readonly legSecurityStatus?: string; // 2148
  readonly legCouponPaymentDate?: string; // 248
  readonly legRestructuringType?: string; // 2149
  readonly legSeniority?: string; // 2150
  readonly legNotionalPercentageOutstanding?: number; // 2151
  readonly legOriginalNotionalPercentageOutstanding?: number; // 2152
  readonly legAttachmentPoint?: number; // 2153
  readonly legDetachmentPoint?: number; // 2154
  readonly legObligationType?: string; // 2155
  readonly legAssetGroup?: number; // 2348
  readonly legAssetClass?: number; // 2067
  readonly legAssetSubClass?: number; // 2068
  readonly legAssetType?: string; // 2069
  readonly legAssetSubType?: string; // 2739
  readonly legSwapClass?: string; // 2070
  readonly legSwapSubClass?: string; // 2156
  readonly legNthToDefault?: number; // 2157
  readonly legMthToDefault?: number; // 2158
  readonly legSettledEntityMatrixSource?: string; // 2159
  readonly legSettledEntityMatrixPublicationDate?: string; // 2160
  readonly legCouponType?: number; // 2161
  readonly legTotalIssuedAmount?: number; // 2162
  readonly legCouponFrequencyPeriod?: number; // 2163
  readonly legCouponFrequencyUnit?: string; // 2164
  readonly legCouponDayCount?: number; // 2165
  readonly legCouponOtherDayCount?: string; // 2880
  readonly legConvertibleBondEquityID?: string; // 2166
  readonly legConvertibleBondEquityIDSource?: string; // 2167
  readonly legContractPriceRefMonth?: string; // 2168
  readonly legLienSeniority?: number; // 2169
  readonly legLoanFacility?: number; // 2170
  readonly legReferenceEntityType?: number; // 2171
  readonly legIndexSeries?: number; // 2172
  readonly legIndexAnnexVersion?: number; // 2173
  readonly legIndexAnnexDate?: string; // 2174
  readonly legIndexAnnexSource?: string; // 2175
  readonly legSettlRateIndex?: string; // 2176
  readonly legSettlRateIndexLocation?: string; // 2177
  readonly legOptionExpirationDesc?: string; // 2178
  readonly encodedLegOptionExpirationDesc?: Uint8Array; // 2180
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
  readonly legStrikeCurrencyCodeSource?: string; // 2908
  readonly legStrikeMultiplier?: number; // 2181
  readonly legStrikeValue?: number; // 2182
  readonly legStrikeUnitOfMeasure?: string; // 2183
  readonly legStrikeIndex?: string; // 2184
  readonly legStrikeIndexCurvePoint?: string; // 2604
  readonly legStrikeIndexSpread?: number; // 2185
  readonly legStrikeIndexQuote?: number; // 2605
  readonly legStrikePriceDeterminationMethod?: number; // 2186
  readonly legStrikePriceBoundaryMethod?: number; // 2187
  readonly legStrikePriceBoundaryPrecision?: number; // 2188
  readonly legUnderlyingPriceDeterminationMethod?: number; // 2189
  readonly legOptAttribute?: string; // 613
  readonly legContractMultiplier?: number; // 614
  readonly legContractMultiplierUnit?: number; // 1436
  readonly legTradingUnitPeriodMultiplier?: number; // 2354
  readonly legFlowScheduleType?: number; // 1440
  readonly legMinPriceIncrement?: number; // 2190
  readonly legMinPriceIncrementAmount?: number; // 2191
  readonly legUnitOfMeasure?: string; // 999
  readonly legUnitOfMeasureQty?: number; // 1224
  readonly legUnitOfMeasureCurrency?: string; // 1720
  readonly legUnitOfMeasureCurrencyCodeSource?: string; // 2909
  readonly legPriceUnitOfMeasure?: string; // 1421
  readonly legPriceUnitOfMeasureQty?: number; // 1422
  readonly legPriceUnitOfMeasureCurrency?: string; // 1721
  readonly legPriceUnitOfMeasureCurrencyCodeSource?: string; // 2910
  readonly legSettlMethod?: string; // 2192
  readonly legTimeUnit?: string; // 1001
  readonly legExerciseStyle?: number; // 1420
  readonly legOptPayoutType?: number; // 2193
  readonly legOptPayoutAmount?: number; // 2194
  readonly legReturnTrigger?: number; // 2755
  readonly legPriceQuoteMethod?: string; // 2195
  readonly legValuationMethod?: string; // 2196
  readonly legValuationSource?: string; // 2197
  readonly legValuationReferenceModel?: string; // 2198
  readonly legPriceQuoteCurrency?: string; // 1528
  readonly legPriceQuoteCurrencyCodeSource?: string; // 2911
  readonly legListMethod?: number; // 2199
  readonly legCapPrice?: number; // 2200
  readonly legFloorPrice?: number; // 2201
  readonly legFlexibleIndicator?: boolean; // 2202
  readonly legFlexProductEligibilityIndicator?: boolean; // 2203
  readonly legCouponRate?: number; // 615
  readonly legSecurityExchange?: string; // 616
  readonly legPositionLimit?: number; // 2205
  readonly legNTPositionLimit?: number; // 2206
  readonly legIssuer?: string; // 617
  readonly encodedLegIssuer?: Uint8Array; // 619
  readonly legFinancialInstrumentShortName?: string; // 2740
  readonly legFinancialInstrumentFullName?: string; // 2717
  readonly encodedLegFinancialInstrumentFullName?: Uint8Array; // 2719
  readonly legSecurityDesc?: string; // 620
  readonly encodedLegSecurityDesc?: Uint8Array; // 622
  readonly legCPProgram?: number; // 2207
  readonly legCPRegType?: string; // 2208
  readonly legRatioQty?: number; // 623
  readonly legSide?: string; // 624
  readonly legCurrency?: string; // 556
  readonly legCurrencyCodeSource?: string; // 2898
  readonly legPool?: string; // 740
  readonly legDatedDate?: string; // 739
  readonly legContractSettlMonth?: string; // 955
  readonly legInterestAccrualDate?: string; // 956
  readonly legPutOrCall?: number; // 1358
  readonly legInTheMoneyCondition?: number; // 2682
  readonly legContraryInstructionEligibilityIndicator?: boolean; // 2686
  readonly legOptionRatio?: number; // 1017
  readonly legPrice?: number; // 566
  readonly legShortSaleRestriction?: number; // 2209
  readonly legStrategyType?: string; // 2211
  readonly legCommonPricingIndicator?: boolean; // 2212
  readonly legSettlDisruptionProvision?: number; // 2213
  readonly legDeliveryRouteOrCharter?: string; // 2754
  readonly legInstrumentRoundingDirection?: string; // 2214
  readonly legInstrumentRoundingPrecision?: number; // 2215
  readonly legExtraordinaryEventAdjustmentMethod?: number; // 2606
  readonly legExchangeLookAlike?: boolean; // 2607
}

export interface LegSecAltIDGrp {
  readonly noLegSecurityAltID?: readonly LegSecurityAltIDGroup[]; // 604
}

export interface LegSecurityAltIDGroup {
  readonly legSecurityAltID: string; // 605
  readonly legSecurityAltIDSource?: string; // 606
  readonly legSymbolPositionNumber?: number; // 2958
}

export interface LegSecondaryAssetGrp {
  readonly noLegSecondaryAssetClasses?: readonly LegSecondaryAssetClassesGroup[]; // 2076
}

export interface LegSecondaryAssetClassesGroup {
  readonly legSecondaryAssetClass: number; // 2077
  readonly legSecondaryAssetSubClass?: number; // 2078
  readonly legSecondaryAssetType?: string; // 2079
  readonly legSecondaryAssetSubType?: string; // 2743
}

export interface LegAssetAttributeGrp {
  readonly noLegAssetAttributes?: readonly LegAssetAttributesGroup[]; // 2308
}

export interface LegAssetAttributesGroup {
  readonly legAssetAttributeType: string; // 2309
  readonly legAssetAttributeValue?: string; // 2310
  readonly legAssetAttributeLimit?: string; // 2311
}

export interface LegSecurityXML {
  readonly legSecurityXML?: Uint8Array; // 1872
  readonly legSecurityXMLSchema?: string; // 1873
}

export interface LegEvntGrp {
  readonly noLegEvents?: readonly LegEventsGroup[]; // 2059
}

export interface LegEventsGroup {
  readonly legEventType: number; // 2060
  readonly legEventDate?: string; // 2061
  readonly legEventTime?: string; // 2062
  readonly legEventTimeUnit?: string; // 2063
  readonly legEventTimePeriod?: number; // 2064
  readonly legEventMonthYear?: string; // 2341
  readonly legEventPx?: number; // 2065
  readonly legEventText?: string; // 2066
  readonly encodedLegEventText?: Uint8Array; // 2075
}

export interface LegInstrumentParties {
  readonly noLegInstrumentParties?: readonly LegInstrumentPartiesGroup[]; // 2254
}

export interface LegInstrumentPartiesGroup extends LegInstrumentPtysSubGrp {
  readonly legInstrumentPartyID: string; // 2255
  readonly legInstrumentPartyIDSource?: string; // 2256
  readonly legInstrumentPartyRole?: number; // 2257
  readonly legInstrumentPartyRoleQualifier?: number; // 2379
}

export interface LegInstrumentPtysSubGrp {
  readonly noLegInstrumentPartySubIDs?: readonly LegInstrumentPartySubIDsGroup[]; // 2258
}

export interface LegInstrumentPartySubIDsGroup {
  readonly legInstrumentPartySubID: string; // 2259
  readonly legInstrumentPartySubIDType?: number; // 2260
}

export interface LegComplexEvents {
  readonly noLegComplexEvents?: readonly LegComplexEventsGroup[]; // 2218
}

export interface LegComplexEventsGroup extends LegComplexEventDates {
  readonly legComplexEventType: number; // 2219
  readonly legComplexOptPayoutPaySide?: number; // 2220
  readonly legComplexOptPayoutReceiveSide?: number; // 2221
  readonly legComplexOptPayoutUnderlier?: string; // 2222
  readonly legComplexOptPayoutAmount?: number; // 2223
  readonly legComplexOptPayoutPercentage?: number; // 2224
  readonly legComplexOptPayoutTime?: number; // 2225
  readonly legComplexOptPayoutCurrency?: string; // 2226
  readonly legComplexOptPayoutCurrencyCodeSource?: string; // 2944
  readonly legComplexEventPrice?: number; // 2227
  readonly legComplexEventPricePercentage?: number; // 2228
  readonly legComplexEventPriceBoundaryMethod?: number; // 2229
  readonly legComplexEventPriceBoundaryPrecision?: number; // 2230
  readonly legComplexEventPriceTimeType?: number; // 2231
  readonly legComplexEventCondition?: number; // 2232
  readonly legComplexEventCurrencyOne?: string; // 2233
  readonly legComplexEventCurrencyOneCodeSource?: string; // 2945
  readonly legComplexEventCurrencyTwo?: string; // 2234
  readonly legComplexEventCurrencyTwoCodeSource?: string; // 2946
  readonly legComplexEventQuoteBasis?: number; // 2235
  readonly legComplexEventFixedFXRate?: number; // 2236
  readonly legComplexEventSpotRate?: number; // 2409
  readonly legComplexEventForwardPoints?: number; // 2410
  readonly legComplexEventDeterminationMethod?: string; // 2237
  readonly legComplexEventCalculationAgent?: number; // 2238
  readonly legComplexEventStrikePrice?: number; // 2239
  readonly legComplexEventStrikeFactor?: number; // 2240
  readonly legComplexEventStrikeNumberOfOptions?: number; // 2241
  readonly legComplexEventCreditEventsXIDRef?: string; // 2242
  readonly legComplexEventCreditEventNotifyingParty?: number; // 2243
  readonly legComplexEventCreditEventBusinessCenter?: string; // 2244
  readonly legComplexEventCreditEventStandardSources?: boolean; // 2245
  readonly legComplexEventCreditEventMinimumSources?: number; // 2246
  readonly legComplexEventFuturesPriceValuation?: boolean; // 2608
  readonly legComplexEventOptionsPriceValuation?: boolean; // 2609
  readonly legComplexEventPVFinalPriceElectionFallback?: number; // 2610
  readonly legComplexEventXID?: string; // 2248
  readonly legComplexEventXIDRef?: string; // 2249
}

export interface LegComplexEventDates {
  readonly noLegComplexEventDates?: readonly LegComplexEventDatesGroup[]; // 2250
}

export interface LegComplexEventDatesGroup extends LegComplexEventTimes {
  readonly legComplexEventStartDate: string; // 2251
  readonly legComplexEventEndDate?: string; // 2252
}

export interface LegComplexEventTimes {
  readonly noLegComplexEventTimes?: readonly LegComplexEventTimesGroup[]; // 2253
}

export interface LegComplexEventTimesGroup {
  readonly legComplexEventStartTime: string; // 2204
  readonly legComplexEventEndTime?: string; // 2247
}

export interface LegStipulations {
  readonly noLegStipulations?: readonly LegStipulationsGroup[]; // 683
}

export interface LegStipulationsGroup {
  readonly legStipulationType: string; // 688
  readonly legStipulationValue?: string; // 689
}

export interface LegPreAllocGrp {
  readonly noLegAllocs?: readonly LegAllocsGroup[]; // 670
}

export interface LegAllocsGroup extends NestedParties2 {
  readonly legAllocAccount: string; // 671
  readonly legIndividualAllocID?: string; // 672
  readonly legAllocQty?: number; // 673
  readonly legAllocAcctIDSource?: number; // 674
  readonly legAllocSettlCurrency?: string; // 1367
  readonly legAllocSettlCurrencyCodeSource?: string; // 2928
  readonly legCustodialLotID?: string; // 1756
  readonly legVersusPurchaseDate?: string; // 1757
  readonly legVersusPurchasePrice?: number; // 1758
  readonly legCurrentCostBasis?: number; // 1759
}

export interface NestedParties2 {
  readonly noNested2PartyIDs?: readonly Nested2PartyIDsGroup[]; // 756
}

export interface Nested2PartyIDsGroup extends NstdPtys2SubGrp {
  readonly nested2PartyID: string; // 757
  readonly nested2PartyIDSource?: string; // 758
  readonly nested2PartyRole?: number; // 759
  readonly nested2PartyRoleQualifier?: number; // 2381
}

export interface NstdPtys2SubGrp {
  readonly noNested2PartySubIDs?: readonly Nested2PartySubIDsGroup[]; // 806
}

export interface Nested2PartySubIDsGroup {
  readonly nested2PartySubID: string; // 760
  readonly nested2PartySubIDType?: number; // 807
}

export interface NestedParties3 {
  readonly noNested3PartyIDs?: readonly Nested3PartyIDsGroup[]; // 948
}

export interface Nested3PartyIDsGroup extends NstdPtys3SubGrp {
  readonly nested3PartyID: string; // 949
  readonly nested3PartyIDSource?: string; // 950
  readonly nested3PartyRole?: number; // 951
  readonly nested3PartyRoleQualifier?: number; // 2382
}

export interface NstdPtys3SubGrp {
  readonly noNested3PartySubIDs?: readonly Nested3PartySubIDsGroup[]; // 952
}

export interface Nested3PartySubIDsGroup {
  readonly nested3PartySubID: string; // 953
  readonly nested3PartySubIDType?: number; // 954
}

export interface MiscFeesGrp {
  readonly noMiscFees?: readonly MiscFeesGroup[]; // 136
}

export interface MiscFeesGroup extends MiscFeesSubGrp {
  readonly miscFeeAmt: number; // 137
  readonly miscFeeCurr?: string; // 138
  readonly miscFeeType?: v.MiscFeeType; // 139
  readonly miscFeeQualifier?: v.MiscFeeQualifier; // 2712
  readonly miscFeeBasis?: v.MiscFeeBasis; // 891
  readonly miscFeeRate?: number; // 2216
  readonly miscFeeAmountDue?: number; // 2217
  readonly miscFeeDesc?: string; // 2713
}

export interface MiscFeesSubGrp {
  readonly noMiscFeeSubTypes?: readonly MiscFeeSubTypesGroup[]; // 2633
}

export interface MiscFeeSubTypesGroup {
  readonly miscFeeSubType: string; // 2634
  readonly miscFeeSubTypeAmt?: number; // 2635
  readonly miscFeeSubTypeDesc?: string; // 2636
  readonly encodedMiscFeeSubTypeDesc?: Uint8Array; // 2638
}

export interface TrdRegTimestamps {
  readonly noTrdRegTimestamps?: readonly TrdRegTimestampsGroup[]; // 768
}

export interface TrdRegTimestampsGroup {
  readonly trdRegTimestamp: string; // 769
  readonly trdRegTimestampType?: v.TrdRegTimestampType; // 770
  readonly trdRegTimestampOrigin?: string; // 771
  readonly trdRegTimestampManualIndicator?: boolean; // 2839
  readonly deskType?: v.DeskType; // 1033
  readonly deskTypeSource?: v.DeskTypeSource; // 1034
  readonly deskOrderHandlingInst?: readonly string[]; // 1035
  readonly informationBarrierID?: string; // 1727
  readonly nbboEntryType?: v.NBBOEntryType; // 2831
  readonly nbboPrice?: number; // 2832
  readonly nbboQty?: number; // 2833
  readonly nbboSource?: v.NBBOSource; // 2834
}

export interface TrdRegPublicationGrp {
  readonly noTrdRegPublications?: readonly TrdRegPublicationsGroup[]; // 2668
}

export interface TrdRegPublicationsGroup {
  readonly trdRegPublicationType: v.TrdRegPublicationType; // 2669
  readonly trdRegPublicationReason?: v.TrdRegPublicationReason; // 2670
}

export interface TradePriceConditionGrp {
  readonly noTradePriceConditions?: readonly TradePriceConditionsGroup[]; // 1838
}

export interface TradePriceConditionsGroup {
  readonly tradePriceCondition: v.TradePriceCondition; // 1839
}

export interface ThrottleResponse {
  readonly throttleInst?: v.ThrottleInst; // 1685
  readonly throttleStatus?: v.ThrottleStatus; // 1609
  readonly throttleCountIndicator?: v.ThrottleCountIndicator; // 1686
}

export interface RelatedOrderGrp {
  readonly noOrders?: readonly RelatedOrderGrpOrdersGroup[]; // 73
}

export interface RelatedOrderGrpOrdersGroup {
  readonly relatedOrderID: string; // 2887
  readonly relatedOrderIDSource?: v.RelatedOrderIDSource; // 2888
  readonly relatedOrderTime?: string; // 2836
  readonly relatedOrderQty?: number; // 2889
  readonly orderRelationship?: v.OrderRelationship; // 2890
  readonly orderOriginationFirmID?: string; // 2835
}

export interface NewsRefGrp {
  readonly noNewsRefIDs?: readonly NewsRefIDsGroup[]; // 1475
}

export interface NewsRefIDsGroup {
  readonly newsRefID: string; // 1476
  readonly newsRefType?: v.NewsRefType; // 1477
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

export interface InstrmtGrpRelatedSymGroup extends Instrument, InstrumentExtension, FinancingDetails, RelatedInstrumentGrp {}

export interface InstrumentExtension extends AttrbGrp, IndexRollMonthGrp, FloatingRateIndex, ReferenceDataDateGrp {
  readonly deliveryForm?: v.DeliveryForm; // 668
  readonly pctAtRisk?: number; // 869
  readonly commodityFinalPriceType?: v.CommodityFinalPriceType; // 2736
  readonly nextIndexRollDate?: string; // 2738
}

export interface AttrbGrp {
  readonly noInstrAttrib?: readonly InstrAttribGroup[]; // 870
}

export interface InstrAttribGroup {
  readonly instrAttribType: v.InstrAttribType; // 871
  readonly instrAttribValue?: string; // 872
}

export interface IndexRollMonthGrp {
  readonly noIndexRollMonths?: readonly IndexRollMonthsGroup[]; // 2734
}

export interface IndexRollMonthsGroup {
  readonly indexRollMonth: string; // 2733
}

export interface FloatingRateIndex {
  readonly floatingRateIndexID?: string; // 2731
  readonly floatingRateIndexIDSource?: string; // 2732
  readonly floatingRateIndexCurveUnit?: string; // 2730
  readonly floatingRateIndexCurvePeriod?: number; // 2728
  readonly floatingRateIndexCurveSpread?: number; // 2729
}

export interface ReferenceDataDateGrp {
  readonly noReferenceDataDates?: readonly ReferenceDataDatesGroup[]; // 2746
}

export interface ReferenceDataDatesGroup {
  readonly referenceDataDate: string; // 2747
  readonly referenceDataDateType?: v.ReferenceDataDateType; // 2748
}

export interface RelatedInstrumentGrp {
  readonly noRelatedInstruments?: readonly RelatedInstrumentsGroup[]; // 1647
}

export interface RelatedInstrumentsGroup {
  readonly relatedInstrumentType: v.RelatedInstrumentType; // 1648
  readonly relatedSymbol?: string; // 1649
  readonly relatedSecurityID?: string; // 1650
  readonly relatedSecurityIDSource?: string; // 1651
  readonly relatedSecurityType?: string; // 1652
  readonly relatedMaturityMonthYear?: string; // 1653
  readonly relatedToSecurityID?: string; // 2413
  readonly relatedToSecurityIDSource?: string; // 2414
  readonly relatedToStreamXIDRef?: string; // 2415
  readonly relatedToDividendPeriodXIDRef?: string; // 2417
}

export interface InstrmtLegGrp {
  readonly noLegs?: readonly InstrmtLegGrpLegsGroup[]; // 555
}

export interface InstrmtLegGrpLegsGroup extends InstrumentLeg, LegFinancingDetails {}

export interface LegFinancingDetails {
  readonly legAgreementDesc?: string; // 2497
  readonly legAgreementID?: string; // 2498
  readonly legAgreementVersion?: string; // 2499
  readonly legAgreementDate?: string; // 2496
  readonly legAgreementCurrency?: string; // 2495
  readonly legAgreementCurrencyCodeSource?: string; // 2953
  readonly legMasterConfirmationDesc?: string; // 2511
  readonly legMasterConfirmationDate?: string; // 2510
  readonly legMasterConfirmationAnnexDesc?: string; // 2512
  readonly legMasterConfirmationAnnexDate?: string; // 2509
  readonly legBrokerConfirmationDesc?: string; // 2500
  readonly legCreditSupportAgreementDesc?: string; // 2502
  readonly legCreditSupportAgreementDate?: string; // 2501
  readonly legCreditSupportAgreementID?: string; // 2503
  readonly legGoverningLaw?: string; // 2507
  readonly legDocumentationText?: string; // 2505
  readonly encodedLegDocumentationText?: Uint8Array; // 2493
  readonly legTerminationType?: number; // 2514
  readonly legStartDate?: string; // 2513
  readonly legEndDate?: string; // 2506
  readonly legDeliveryType?: number; // 2504
  readonly legMarginRatio?: number; // 2508
}

export interface LinesOfTextGrp {
  readonly noLinesOfText?: readonly LinesOfTextGroup[]; // 33
}

export interface LinesOfTextGroup {
  readonly text: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface TrdgSesGrp {
  readonly noTradingSessions?: readonly TradingSessionsGroup[]; // 386
}

export interface TradingSessionsGroup {
  readonly tradingSessionID: string; // 336
  readonly tradingSessionSubID?: string; // 625
}

export interface RootParties {
  readonly noRootPartyIDs?: readonly RootPartyIDsGroup[]; // 1116
}

export interface RootPartyIDsGroup extends RootSubParties {
  readonly rootPartyID: string; // 1117
  readonly rootPartyIDSource?: string; // 1118
  readonly rootPartyRole?: number; // 1119
  readonly rootPartyRoleQualifier?: number; // 2388
}

export interface RootSubParties {
  readonly noRootPartySubIDs?: readonly RootPartySubIDsGroup[]; // 1120
}

export interface RootPartySubIDsGroup {
  readonly rootPartySubID: string; // 1121
  readonly rootPartySubIDType?: number; // 1122
}

export interface ListOrdGrp {
  readonly noOrders?: readonly ListOrdGrpOrdersGroup[]; // 73
}

export interface ListOrdGrpOrdersGroup extends Parties, PreAllocGrp, DisplayInstruction, TrdgSesGrp, Instrument, UndInstrmtGrp, Stipulations, OrderQtyData, TriggeringInstruction, SpreadOrBenchmarkCurveData, YieldData, CommissionData, CommissionDataGrp, OrderAttributeGrp, PegInstructions, DiscretionInstructions, StrategyParametersGrp {
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
  readonly matchIncrement?: number; // 1089
  readonly maxPriceLevels?: number; // 1090
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly exDestinationIDSource?: v.ExDestinationIDSource; // 1133
  readonly processCode?: v.ProcessCode; // 81
  readonly prevClosePx?: number; // 140
  readonly side: v.Side; // 54
  readonly shortMarkingExemptIndicator?: boolean; // 2102
  readonly shortSaleExemptionReason?: v.ShortSaleExemptionReason; // 1688
  readonly sideValueInd?: v.SideValueInd; // 401
  readonly locateReqd?: boolean; // 114
  readonly transactTime?: string; // 60
  readonly qtyType?: v.QtyType; // 854
  readonly ordType?: v.OrdType; // 40
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly priceProtectionScope?: v.PriceProtectionScope; // 1092
  readonly stopPx?: number; // 99
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly solicitedFlag?: boolean; // 377
  readonly ioiid?: string; // 23
  readonly quoteID?: string; // 117
  readonly refOrderID?: string; // 1080
  readonly refOrderIDSource?: v.RefOrderIDSource; // 1081
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly preTradeAnonymity?: boolean; // 1091
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
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
  readonly manualOrderIndicator?: boolean; // 1028
}

export interface OrdListStatGrp {
  readonly noOrders?: readonly OrdListStatGrpOrdersGroup[]; // 73
}

export interface OrdListStatGrpOrdersGroup {
  readonly clOrdID: string; // 11
  readonly orderID?: string; // 37
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
  readonly noRelatedSym?: readonly QuotReqGrpRelatedSymGroup[]; // 146
}

export interface QuotReqGrpRelatedSymGroup extends Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, RateSource, Stipulations, QuotReqLegsGrp, QuotQualGrp, RegulatoryTradeIDGrp, PriceQualifierGrp, SpreadOrBenchmarkCurveData, YieldData, Parties {
  readonly prevClosePx?: number; // 140
  readonly quoteRequestType?: v.QuoteRequestType; // 303
  readonly quoteID?: string; // 117
  readonly secondaryQuoteID?: string; // 1751
  readonly quoteType?: v.QuoteType; // 537
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly tradeOriginationDate?: string; // 229
  readonly numOfCompetitors?: number; // 1913
  readonly side?: v.Side; // 54
  readonly qtyType?: v.QtyType; // 854
  readonly minQty?: number; // 110
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly settlDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly trdType?: v.TrdType; // 828
  readonly regulatoryTransactionType?: v.RegulatoryTransactionType; // 2347
  readonly negotiationMethod?: v.NegotiationMethod; // 2115
  readonly quotePriceType?: v.QuotePriceType; // 692
  readonly ordType?: v.OrdType; // 40
  readonly validUntilTime?: string; // 62
  readonly expireTime?: string; // 126
  readonly responseTime?: string; // 1914
  readonly quoteDisplayTime?: string; // 1915
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly transactTime?: string; // 60
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly midPx?: number; // 631
  readonly price2?: number; // 640
  readonly tradeContinuation?: v.TradeContinuation; // 1937
  readonly tradeContinuationText?: string; // 2374
  readonly encodedTradeContinuationText?: Uint8Array; // 2371
  readonly strikeTime?: string; // 443
}

export interface QuotReqLegsGrp {
  readonly noLegs?: readonly QuotReqLegsGrpLegsGroup[]; // 555
}

export interface QuotReqLegsGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties, LegBenchmarkCurveData {
  readonly legOrderQty?: number; // 685
  readonly legQty?: number; // 687
  readonly legMidPx?: number; // 2346
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
  readonly legRefID?: string; // 654
}

export interface LegBenchmarkCurveData {
  readonly legBenchmarkCurveCurrency?: string; // 676
  readonly legBenchmarkCurveCurrencyCodeSource?: string; // 2951
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

export interface QuoteAttributeGrp {
  readonly noQuoteAttributes?: readonly QuoteAttributesGroup[]; // 2706
}

export interface QuoteAttributesGroup {
  readonly quoteAttributeType: v.QuoteAttributeType; // 2707
  readonly quoteAttributeValue?: string; // 2708
}

export interface LegQuotGrp {
  readonly noLegs?: readonly LegQuotGrpLegsGroup[]; // 555
}

export interface LegQuotGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties, LegBenchmarkCurveData {
  readonly legOrderQty?: number; // 685
  readonly legQty?: number; // 687
  readonly legMidPx?: number; // 2346
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
  readonly legPriceType?: number; // 686
  readonly legBidPx?: number; // 681
  readonly legOfferPx?: number; // 684
  readonly legRefID?: string; // 654
  readonly legBidForwardPoints?: number; // 1067
  readonly legOfferForwardPoints?: number; // 1068
}

export interface MDReqGrp {
  readonly noMDEntryTypes?: readonly MDEntryTypesGroup[]; // 267
}

export interface MDEntryTypesGroup {
  readonly mdEntryType: v.MDEntryType; // 269
}

export interface MarketSegmentScopeGrp {
  readonly noMarketSegments?: readonly MarketSegmentsGroup[]; // 1310
}

export interface MarketSegmentsGroup {
  readonly marketID: string; // 1301
  readonly marketSegmentID?: string; // 1300
}

export interface InstrmtMDReqGrp {
  readonly noRelatedSym?: readonly InstrmtMDReqGrpRelatedSymGroup[]; // 146
}

export interface InstrmtMDReqGrpRelatedSymGroup extends Instrument, InstrumentExtension, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp, RelatedInstrumentGrp, SpreadOrBenchmarkCurveData {
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly quoteType?: v.QuoteType; // 537
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly mdEntrySize?: number; // 271
  readonly mdStreamID?: string; // 1500
}

export interface MDFullGrp {
  readonly noMDEntries?: readonly MDFullGrpMDEntriesGroup[]; // 268
}

export interface MDFullGrpMDEntriesGroup extends PriceQualifierGrp, YieldData, SpreadOrBenchmarkCurveData, RateSource, SecSizesGrp, TradePriceConditionGrp, TrdRegPublicationGrp, RelatedTradeGrp, PriceLimits, Parties {
  readonly mdEntryType: v.MDEntryType; // 269
  readonly mdEntryID?: string; // 278
  readonly mdEntryPx?: number; // 270
  readonly priceType?: v.PriceType; // 423
  readonly avgPxIndicator?: v.AvgPxIndicator; // 819
  readonly ordType?: v.OrdType; // 40
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly mdEntrySize?: number; // 271
  readonly lotType?: v.LotType; // 1093
  readonly mdEntryDate?: string; // 272
  readonly mdEntryTime?: string; // 273
  readonly tickDirection?: v.TickDirection; // 274
  readonly mdMkt?: string; // 275
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly securityTradingStatus?: v.SecurityTradingStatus; // 326
  readonly haltReasonInt?: v.HaltReasonInt; // 327
  readonly fastMarketIndicator?: boolean; // 2447
  readonly marketCondition?: v.MarketCondition; // 2705
  readonly quoteCondition?: readonly v.QuoteCondition[]; // 276
  readonly tradeCondition?: readonly v.TradeCondition[]; // 277
  readonly anonymousTradeIndicator?: boolean; // 2961
  readonly algorithmicTradeIndicator?: v.AlgorithmicTradeIndicator; // 2667
  readonly mdEntryOriginator?: string; // 282
  readonly locationID?: string; // 283
  readonly deskID?: string; // 284
  readonly openCloseSettlFlag?: readonly v.OpenCloseSettlFlag[]; // 286
  readonly timeInForce?: v.TimeInForce; // 59
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly minQty?: number; // 110
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly sellerDays?: number; // 287
  readonly orderID?: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly quoteEntryID?: string; // 299
  readonly tradeID?: string; // 1003
  readonly strategyLinkID?: string; // 1851
  readonly mdEntryBuyer?: string; // 288
  readonly mdEntrySeller?: string; // 289
  readonly numberOfBuyOrders?: number; // 2449
  readonly numberOfSellOrders?: number; // 2450
  readonly numberOfOrders?: number; // 346
  readonly mdEntryPositionNo?: number; // 290
  readonly scope?: readonly v.Scope[]; // 546
  readonly priceDelta?: number; // 811
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: v.TrdSubType; // 829
  readonly secondaryTrdType?: number; // 855
  readonly tertiaryTrdType?: number; // 2896
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly multiJurisdictionReportingIndicator?: v.MultiJurisdictionReportingIndicator; // 2963
  readonly execMethod?: v.ExecMethod; // 2405
  readonly matchType?: v.MatchType; // 574
  readonly orderCategory?: v.OrderCategory; // 1115
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly intraFirmTradeIndicator?: boolean; // 2373
  readonly previouslyReported?: boolean; // 570
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly mdPriceLevel?: number; // 1023
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly mdOriginType?: v.MDOriginType; // 1024
  readonly highPx?: number; // 332
  readonly lowPx?: number; // 333
  readonly firstPx?: number; // 1025
  readonly lastPx?: number; // 31
  readonly discountFactor?: number; // 1592
  readonly tradeVolume?: number; // 1020
  readonly maxPriceVariation?: number; // 1143
  readonly settlPriceType?: v.SettlPriceType; // 731
  readonly settlPriceDeterminationMethod?: number; // 2451
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly mdQuoteType?: v.MDQuoteType; // 1070
  readonly rptSeq?: number; // 83
  readonly dealingCapacity?: v.DealingCapacity; // 1048
  readonly mdEntrySpotRate?: number; // 1026
  readonly mdEntryForwardPoints?: number; // 1027
  readonly aggressorTime?: string; // 2445
  readonly aggressorSide?: string; // 2446
  readonly legRefID?: string; // 654
}

export interface SecSizesGrp {
  readonly noOfSecSizes?: readonly OfSecSizesGroup[]; // 1177
}

export interface OfSecSizesGroup {
  readonly mdSecSizeType: v.MDSecSizeType; // 1178
  readonly mdSecSize?: number; // 1179
}

export interface RelatedTradeGrp {
  readonly noRelatedTrades?: readonly RelatedTradesGroup[]; // 1855
}

export interface RelatedTradesGroup {
  readonly relatedTradeID: string; // 1856
  readonly relatedTradeIDSource?: v.RelatedTradeIDSource; // 1857
  readonly relatedRegulatoryTradeIDSource?: string; // 2103
  readonly relatedTradeDate?: string; // 1858
  readonly relatedTradeMarketID?: string; // 1859
  readonly relatedTradeQuantity?: number; // 1860
}

export interface PriceLimits {
  readonly priceLimitType?: v.PriceLimitType; // 1306
  readonly lowLimitPrice?: number; // 1148
  readonly highLimitPrice?: number; // 1149
  readonly tradingReferencePrice?: number; // 1150
}

export interface MDIncGrp {
  readonly noMDEntries?: readonly MDIncGrpMDEntriesGroup[]; // 268
}

export interface MDIncGrpMDEntriesGroup extends Instrument, InstrumentExtension, FinancingDetails, UndInstrmtGrp, InstrmtLegGrp, RelatedInstrumentGrp, PriceQualifierGrp, YieldData, SpreadOrBenchmarkCurveData, RateSource, SecSizesGrp, TradePriceConditionGrp, TrdRegPublicationGrp, RelatedTradeGrp, PriceLimits, StatsIndGrp, Parties {
  readonly mdUpdateAction: v.MDUpdateAction; // 279
  readonly deleteReason?: v.DeleteReason; // 285
  readonly mdSubBookType?: number; // 1173
  readonly marketDepth?: number; // 264
  readonly mdEntryType?: v.MDEntryType; // 269
  readonly mdEntryID?: string; // 278
  readonly mdEntryRefID?: string; // 280
  readonly mdStreamID?: string; // 1500
  readonly financialStatus?: readonly v.FinancialStatus[]; // 291
  readonly corporateAction?: readonly v.CorporateAction[]; // 292
  readonly mdEntryPx?: number; // 270
  readonly priceType?: v.PriceType; // 423
  readonly avgPxIndicator?: v.AvgPxIndicator; // 819
  readonly ordType?: v.OrdType; // 40
  readonly currency?: string; // 15
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly settlCurrency?: string; // 120
  readonly settlCurrencyCodeSource?: string; // 2899
  readonly mdEntrySize?: number; // 271
  readonly lotType?: v.LotType; // 1093
  readonly mdEntryDate?: string; // 272
  readonly mdEntryTime?: string; // 273
  readonly tickDirection?: v.TickDirection; // 274
  readonly mdMkt?: string; // 275
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly securityTradingStatus?: v.SecurityTradingStatus; // 326
  readonly haltReasonInt?: v.HaltReasonInt; // 327
  readonly fastMarketIndicator?: boolean; // 2447
  readonly marketCondition?: v.MarketCondition; // 2705
  readonly quoteCondition?: readonly v.QuoteCondition[]; // 276
  readonly tradeCondition?: readonly v.TradeCondition[]; // 277
  readonly anonymousTradeIndicator?: boolean; // 2961
  readonly algorithmicTradeIndicator?: v.AlgorithmicTradeIndicator; // 2667
  readonly regulatoryReportType?: v.RegulatoryReportType; // 1934
  readonly multiJurisdictionReportingIndicator?: v.MultiJurisdictionReportingIndicator; // 2963
  readonly trdType?: v.TrdType; // 828
  readonly trdSubType?: v.TrdSubType; // 829
  readonly secondaryTrdType?: number; // 855
  readonly tertiaryTrdType?: number; // 2896
  readonly execMethod?: v.ExecMethod; // 2405
  readonly matchType?: v.MatchType; // 574
  readonly orderCategory?: v.OrderCategory; // 1115
  readonly tradePublishIndicator?: v.TradePublishIndicator; // 1390
  readonly intraFirmTradeIndicator?: boolean; // 2373
  readonly previouslyReported?: boolean; // 570
  readonly mdEntryOriginator?: string; // 282
  readonly locationID?: string; // 283
  readonly deskID?: string; // 284
  readonly openCloseSettlFlag?: readonly v.OpenCloseSettlFlag[]; // 286
  readonly timeInForce?: v.TimeInForce; // 59
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly minQty?: number; // 110
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly sellerDays?: number; // 287
  readonly orderID?: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly quoteEntryID?: string; // 299
  readonly tradeID?: string; // 1003
  readonly strategyLinkID?: string; // 1851
  readonly mdEntryBuyer?: string; // 288
  readonly mdEntrySeller?: string; // 289
  readonly numberOfBuyOrders?: number; // 2449
  readonly numberOfSellOrders?: number; // 2450
  readonly numberOfOrders?: number; // 346
  readonly mdEntryPositionNo?: number; // 290
  readonly scope?: readonly v.Scope[]; // 546
  readonly priceDelta?: number; // 811
  readonly netChgPrevDay?: number; // 451
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly mdPriceLevel?: number; // 1023
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly mdOriginType?: v.MDOriginType; // 1024
  readonly highPx?: number; // 332
  readonly lowPx?: number; // 333
  readonly firstPx?: number; // 1025
  readonly lastPx?: number; // 31
  readonly discountFactor?: number; // 1592
  readonly tradeVolume?: number; // 1020
  readonly maxPriceVariation?: number; // 1143
  readonly settlPriceType?: v.SettlPriceType; // 731
  readonly settlPriceDeterminationMethod?: number; // 2451
  readonly settlType?: v.SettlType; // 63
  readonly settlDate?: string; // 64
  readonly transBkdTime?: string; // 483
  readonly transactTime?: string; // 60
  readonly aggressorTime?: string; // 2445
  readonly aggressorSide?: string; // 2446
  readonly mdQuoteType?: v.MDQuoteType; // 1070
  readonly rptSeq?: number; // 83
  readonly dealingCapacity?: v.DealingCapacity; // 1048
  readonly mdEntrySpotRate?: number; // 1026
  readonly mdEntryForwardPoints?: number; // 1027
}

export interface StatsIndGrp {
  readonly noStatsIndicators?: readonly StatsIndicatorsGroup[]; // 1175
}

export interface StatsIndicatorsGroup {
  readonly statsType: v.StatsType; // 1176
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

export interface ClearingPriceParametersGrp {
  readonly noClearingPriceParameters?: readonly ClearingPriceParametersGroup[]; // 2580
}

export interface ClearingPriceParametersGroup {
  readonly businessDayType: number; // 2581
  readonly clearingPriceOffset?: number; // 2582
  readonly vegaMultiplier?: number; // 2583
  readonly annualTradingBusinessDays?: number; // 2584
  readonly totalTradingBusinessDays?: number; // 2585
  readonly tradingBusinessDays?: number; // 2586
  readonly standardVariance?: number; // 2588
  readonly realizedVariance?: number; // 2587
  readonly relatedClosePrice?: number; // 2589
  readonly riskFreeRate?: number; // 1190
  readonly overnightInterestRate?: number; // 2590
  readonly accumulatedReturnModifiedVariationMargin?: number; // 2591
  readonly discountFactor?: number; // 1592
  readonly volatility?: number; // 1188
  readonly clearingSettlPrice?: number; // 2528
  readonly calculationMethod?: v.CalculationMethod; // 2592
}

export interface AffectedOrdGrp {
  readonly noAffectedOrders?: readonly AffectedOrdersGroup[]; // 534
}

export interface AffectedOrdersGroup {
  readonly affectedOrigClOrdID: string; // 1824
  readonly affectedOrderID?: string; // 535
  readonly affectedSecondaryOrderID?: string; // 536
}

export interface NotAffectedOrdGrp {
  readonly noNotAffectedOrders?: readonly NotAffectedOrdersGroup[]; // 1370
}

export interface NotAffectedOrdersGroup {
  readonly notAffOrigClOrdID: string; // 1372
  readonly notAffectedOrderID?: string; // 1371
  readonly notAffSecondaryOrderID?: string; // 1825
  readonly notAffectedReason?: v.NotAffectedReason; // 2677
}

export interface TrdCapDtGrp {
  readonly noDates?: readonly DatesGroup[]; // 580
}

export interface DatesGroup {
  readonly tradeDate: string; // 75
  readonly lastUpdateTime?: string; // 779
  readonly transactTime?: string; // 60
}

export interface CollateralAmountGrp {
  readonly noCollateralAmounts?: readonly CollateralAmountsGroup[]; // 1703
}

export interface CollateralAmountsGroup extends CollateralReinvestmentGrp {
  readonly currentCollateralAmount: number; // 1704
  readonly collateralCurrency?: string; // 1705
  readonly collateralCurrencyCodeSource?: string; // 2929
  readonly collateralAmountType?: v.CollateralAmountType; // 2632
  readonly collateralFXRate?: number; // 2090
  readonly collateralFXRateCalc?: string; // 2091
  readonly collateralType?: string; // 1706
  readonly collateralAmountMarketSegmentID?: string; // 2092
  readonly collateralAmountMarketID?: string; // 2093
  readonly haircutIndicator?: boolean; // 1902
  readonly collateralPortfolioID?: string; // 2350
  readonly collateralPercentOverage?: number; // 2690
  readonly collateralMarketPrice?: number; // 2689
  readonly collateralReinvestmentRate?: number; // 2840
  readonly underlyingRefID?: string; // 2841
}

export interface CollateralReinvestmentGrp {
  readonly noCollateralReinvestments?: readonly CollateralReinvestmentsGroup[]; // 2845
}

export interface CollateralReinvestmentsGroup {
  readonly collateralReinvestmentType: v.CollateralReinvestmentType; // 2844
  readonly collateralReinvestmentAmount?: number; // 2842
  readonly collateralReinvestmentCurrency?: string; // 2843
  readonly collateralReinvestmentCurrencyCodeSource?: string; // 2931
}

export interface TransactionAttributeGrp {
  readonly noTransactionAttributes?: readonly TransactionAttributesGroup[]; // 2871
}

export interface TransactionAttributesGroup {
  readonly transactionAttributeType: v.TransactionAttributeType; // 2872
  readonly transactionAttributeValue?: string; // 2873
}

export interface AveragePriceDetail {
  readonly averagePriceType?: v.AveragePriceType; // 2763
  readonly averagePriceStartTime?: string; // 2764
  readonly averagePriceEndTime?: string; // 2765
}

export interface PositionAmountData {
  readonly noPosAmt?: readonly PosAmtGroup[]; // 753
}

export interface PosAmtGroup {
  readonly posAmtType: v.PosAmtType; // 707
  readonly posAmt?: number; // 708
  readonly posAmtStreamDesc?: string; // 2096
  readonly positionCurrency?: string; // 1055
  readonly positionCurrencyCodeSource?: string; // 2937
  readonly positionFXRate?: number; // 2097
  readonly positionFXRateCalc?: string; // 2098
  readonly posAmtReason?: v.PosAmtReason; // 1585
  readonly posAmtMarketSegmentID?: string; // 2099
  readonly posAmtMarketID?: string; // 2100
  readonly posAmtPrice?: number; // 2876
  readonly posAmtPriceType?: number; // 2877
}

export interface TrdInstrmtLegGrp {
  readonly noLegs?: readonly TrdInstrmtLegGrpLegsGroup[]; // 555
}

export interface TrdInstrmtLegGrpLegsGroup extends InstrumentLeg, LegFinancingDetails, LegPositionAmountData, LegStipulations, NestedParties, TradeCapLegUnderlyingsGrp {
  readonly legOrderQty?: number; // 685
  readonly legQty?: number; // 687
  readonly legMidPx?: number; // 2346
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legReportID?: string; // 990
  readonly legNumber?: number; // 1152
  readonly legAccount?: string; // 2680
  readonly legClearingAccountType?: number; // 1817
  readonly legPositionEffect?: string; // 564
  readonly legCoveredOrUncovered?: number; // 565
  readonly legRefID?: string; // 654
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
  readonly legLastPx?: number; // 637
  readonly legPriceType?: number; // 686
  readonly legSettlCurrency?: string; // 675
  readonly legSettlCurrencyCodeSource?: string; // 2900
  readonly legLastForwardPoints?: number; // 1073
  readonly legCalculatedCcyLastQty?: number; // 1074
  readonly legGrossTradeAmt?: number; // 1075
  readonly legShortSaleExemptionReason?: number; // 1689
  readonly legVolatility?: number; // 1379
  readonly legDividendYield?: number; // 1381
  readonly legCurrencyRatio?: number; // 1383
  readonly legExecInst?: readonly string[]; // 1384
  readonly legLastQty?: number; // 1418
  readonly legQtyType?: number; // 1591
  readonly legLastMultipliedQty?: number; // 2358
  readonly legTotalTradeQty?: number; // 2357
  readonly legTotalTradeMultipliedQty?: number; // 2360
  readonly legTotalGrossTradeAmt?: number; // 2359
  readonly legDifferentialPrice?: number; // 2492
}

export interface LegPositionAmountData {
  readonly noLegPosAmt?: readonly LegPosAmtGroup[]; // 1586
}

export interface LegPosAmtGroup {
  readonly legPosAmt: number; // 1587
  readonly legPosAmtType?: string; // 1588
  readonly legPosCurrency?: string; // 1589
  readonly legPosCurrencyCodeSource?: string; // 2938
  readonly legPosAmtReason?: number; // 1590
}

export interface TradeCapLegUnderlyingsGrp {
  readonly noOfLegUnderlyings?: readonly OfLegUnderlyingsGroup[]; // 1342
}

export interface OfLegUnderlyingsGroup extends UnderlyingLegInstrument {}

export interface UnderlyingLegInstrument extends UnderlyingLegSecurityAltIDGrp {
  readonly underlyingLegSymbol?: string; // 1330
  readonly underlyingLegSymbolSfx?: string; // 1331
  readonly underlyingLegSecurityID?: string; // 1332
  readonly underlyingLegSecurityIDSource?: string; // 1333
  readonly underlyingLegCFICode?: string; // 1344
  readonly underlyingLegSecurityType?: string; // 1337
  readonly underlyingLegSecuritySubType?: string; // 1338
  readonly underlyingLegMaturityMonthYear?: string; // 1339
  readonly underlyingLegMaturityDate?: string; // 1345
  readonly underlyingLegMaturityTime?: string; // 1405
  readonly underlyingLegStrikePrice?: number; // 1340
  readonly underlyingLegOptAttribute?: string; // 1391
  readonly underlyingLegPutOrCall?: number; // 1343
  readonly underlyingLegSecurityExchange?: string; // 1341
  readonly underlyingLegSecurityDesc?: string; // 1392
}

export interface UnderlyingLegSecurityAltIDGrp {
  readonly noUnderlyingLegSecurityAltID?: readonly UnderlyingLegSecurityAltIDGroup[]; // 1334
}

export interface UnderlyingLegSecurityAltIDGroup {
  readonly underlyingLegSecurityAltID: string; // 1335
  readonly underlyingLegSecurityAltIDSource?: string; // 1336
}

export interface TradeQtyGrp {
  readonly noTradeQtys?: readonly TradeQtysGroup[]; // 1841
}

export interface TradeQtysGroup {
  readonly tradeQtyType: v.TradeQtyType; // 1842
  readonly tradeQty?: number; // 1843
}

export interface TrdCapRptSideGrp {
  readonly noSides?: readonly TrdCapRptSideGrpSidesGroup[]; // 552
}

export interface TrdCapRptSideGrpSidesGroup extends Parties, PartyDetailGrp, LimitAmts, ClrInstGrp, SideRegulatoryTradeIDGrp, CommissionData, CommissionDataGrp, ContAmtGrp, Stipulations, MiscFeesGrp, TrdAllocGrp, SideTrdRegTS, SettlDetails, TradeReportOrderDetail, TradePositionQty, RelatedTradeGrp, RelatedPositionGrp, SideCollateralAmountGrp {
  readonly side: v.Side; // 54
  readonly shortMarkingExemptIndicator?: boolean; // 2102
  readonly sideExecID?: string; // 1427
  readonly orderDelay?: number; // 1428
  readonly orderDelayUnit?: v.OrderDelayUnit; // 1429
  readonly sideLastQty?: number; // 1009
  readonly sideClearingTradePrice?: number; // 1597
  readonly sidePriceDifferential?: number; // 1599
  readonly sideClearingTradePriceType?: v.SideClearingTradePriceType; // 1598
  readonly sideTradeReportID?: string; // 1005
  readonly sideTradeID?: string; // 1506
  readonly sideOrigTradeID?: string; // 1507
  readonly sideFillStationCd?: string; // 1006
  readonly sideReasonCd?: string; // 1007
  readonly rptSeq?: number; // 83
  readonly sideTrdSubType?: number; // 1008
  readonly netGrossInd?: v.NetGrossInd; // 430
  readonly sideCurrency?: string; // 1154
  readonly sideCurrencyCodeSource?: string; // 2901
  readonly sideSettlCurrency?: string; // 1155
  readonly sideSettlCurrencyCodeSource?: string; // 2902
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly ownerType?: v.OwnerType; // 522
  readonly processCode?: v.ProcessCode; // 81
  readonly oddLot?: boolean; // 575
  readonly clearingFeeIndicator?: v.ClearingFeeIndicator; // 635
  readonly sideTradeReportingIndicator?: number; // 2671
  readonly firmTradeEventID?: string; // 2418
  readonly tradeInputSource?: string; // 578
  readonly tradeInputDevice?: string; // 579
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly solicitedFlag?: boolean; // 377
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly timeBracket?: string; // 943
  readonly remunerationIndicator?: v.RemunerationIndicator; // 2356
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
  readonly settlCurrFxRate?: number; // 155
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly positionEffect?: v.PositionEffect; // 77
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly sideMultiLegReportingType?: v.SideMultiLegReportingType; // 752
  readonly exchangeRule?: string; // 825
  readonly tradeAllocIndicator?: v.TradeAllocIndicator; // 826
  readonly tradeAllocGroupInstruction?: v.TradeAllocGroupInstruction; // 1848
  readonly allocGroupID?: string; // 1730
  readonly previousAllocGroupID?: string; // 2771
  readonly groupAmount?: number; // 2759
  readonly allocGroupStatus?: v.AllocGroupStatus; // 2767
  readonly sideAvgPxIndicator?: v.SideAvgPxIndicator; // 1853
  readonly sideAvgPxGroupID?: string; // 1854
  readonly sideAvgPx?: number; // 1852
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly allocID?: string; // 70
  readonly sideGrossTradeAmt?: number; // 1072
  readonly aggressorIndicator?: boolean; // 1057
  readonly exchangeSpecialInstructions?: string; // 1139
  readonly sideShortSaleExemptionReason?: number; // 1690
  readonly orderCategory?: v.OrderCategory; // 1115
  readonly sideLiquidityInd?: number; // 1444
  readonly strategyLinkID?: string; // 1851
  readonly custOrderHandlingInst?: readonly v.CustOrderHandlingInst[]; // 1031
  readonly orderHandlingInstSource?: v.OrderHandlingInstSource; // 1032
  readonly blockTrdAllocIndicator?: v.BlockTrdAllocIndicator; // 1980
  readonly sideRiskLimitCheckStatus?: number; // 2344
  readonly lastCapacity?: v.LastCapacity; // 29
  readonly refRiskLimitCheckID?: string; // 2334
  readonly refRiskLimitCheckIDType?: v.RefRiskLimitCheckIDType; // 2335
  readonly compressionGroupID?: string; // 2361
}

export interface PartyDetailGrp {
  readonly noPartyDetails?: readonly PartyDetailsGroup[]; // 1671
}

export interface PartyDetailsGroup extends PartyDetailSubGrp, PartyDetailAltIDGrp, RelatedPartyDetailGrp {
  readonly partyDetailID: string; // 1691
  readonly partyDetailIDSource?: string; // 1692
  readonly partyDetailRole?: number; // 1693
  readonly partyDetailRoleQualifier?: v.PartyDetailRoleQualifier; // 1674
  readonly partyDetailStatus?: v.PartyDetailStatus; // 1672
}

export interface PartyDetailSubGrp {
  readonly noPartyDetailSubIDs?: readonly PartyDetailSubIDsGroup[]; // 1694
}

export interface PartyDetailSubIDsGroup {
  readonly partyDetailSubID: string; // 1695
  readonly partyDetailSubIDType?: number; // 1696
}

export interface PartyDetailAltIDGrp {
  readonly noPartyDetailAltID?: readonly PartyDetailAltIDGroup[]; // 1516
}

export interface PartyDetailAltIDGroup extends PartyDetailAltSubGrp {
  readonly partyDetailAltID: string; // 1517
  readonly partyDetailAltIDSource?: string; // 1518
}

export interface PartyDetailAltSubGrp {
  readonly noPartyDetailAltSubIDs?: readonly PartyDetailAltSubIDsGroup[]; // 1519
}

export interface PartyDetailAltSubIDsGroup {
  readonly partyDetailAltSubID: string; // 1520
  readonly partyDetailAltSubIDType?: number; // 1521
}

export interface RelatedPartyDetailGrp {
  readonly noRelatedPartyDetailID?: readonly RelatedPartyDetailIDGroup[]; // 1562
}

export interface RelatedPartyDetailIDGroup extends RelatedPartyDetailSubGrp, RelatedPartyDetailAltIDGrp, PartyRelationshipGrp {
  readonly relatedPartyDetailID: string; // 1563
  readonly relatedPartyDetailIDSource?: string; // 1564
  readonly relatedPartyDetailRole?: number; // 1565
  readonly relatedPartyDetailRoleQualifier?: number; // 1675
}

export interface RelatedPartyDetailSubGrp {
  readonly noRelatedPartyDetailSubIDs?: readonly RelatedPartyDetailSubIDsGroup[]; // 1566
}

export interface RelatedPartyDetailSubIDsGroup {
  readonly relatedPartyDetailSubID: string; // 1567
  readonly relatedPartyDetailSubIDType?: number; // 1568
}

export interface RelatedPartyDetailAltIDGrp {
  readonly noRelatedPartyDetailAltID?: readonly RelatedPartyDetailAltIDGroup[]; // 1569
}

export interface RelatedPartyDetailAltIDGroup extends RelatedPartyDetailAltSubGrp {
  readonly relatedPartyDetailAltID: string; // 1570
  readonly relatedPartyDetailAltIDSource?: string; // 1571
}

export interface RelatedPartyDetailAltSubGrp {
  readonly noRelatedPartyDetailAltSubIDs?: readonly RelatedPartyDetailAltSubIDsGroup[]; // 1572
}

export interface RelatedPartyDetailAltSubIDsGroup {
  readonly relatedPartyDetailAltSubID: string; // 1573
  readonly relatedPartyDetailAltSubIDType?: number; // 1574
}

export interface PartyRelationshipGrp {
  readonly noPartyRelationships?: readonly PartyRelationshipsGroup[]; // 1514
}

export interface PartyRelationshipsGroup {
  readonly partyRelationship: v.PartyRelationship; // 1515
}

export interface ClrInstGrp {
  readonly noClearingInstructions?: readonly ClearingInstructionsGroup[]; // 576
}

export interface ClearingInstructionsGroup {
  readonly clearingInstruction: v.ClearingInstruction; // 577
}

export interface SideRegulatoryTradeIDGrp {
  readonly noSideRegulatoryTradeIDs?: readonly SideRegulatoryTradeIDsGroup[]; // 1971
}

export interface SideRegulatoryTradeIDsGroup {
  readonly sideRegulatoryTradeID: string; // 1972
  readonly sideRegulatoryTradeIDSource?: string; // 1973
  readonly sideRegulatoryTradeIDEvent?: number; // 1974
  readonly sideRegulatoryTradeIDType?: number; // 1975
  readonly sideRegulatoryLegRefID?: string; // 2416
  readonly sideRegulatoryTradeIDScope?: number; // 2398
}

export interface TrdAllocGrp {
  readonly noAllocs?: readonly TrdAllocGrpAllocsGroup[]; // 78
}

export interface TrdAllocGrpAllocsGroup extends AllocRegulatoryTradeIDGrp, NestedParties2, TradeAllocAmtGrp, AllocCommissionDataGrp {
  readonly allocAccount: string; // 79
  readonly allocAcctIDSource?: number; // 661
  readonly allocSettlCurrency?: string; // 736
  readonly allocSettlCurrencyCodeSource?: string; // 2927
  readonly individualAllocID?: string; // 467
  readonly parentAllocID?: string; // 1593
  readonly allocLegRefID?: string; // 2727
  readonly firmMnemonic?: string; // 1729
  readonly allocHandlInst?: v.AllocHandlInst; // 209
  readonly allocQty?: number; // 80
  readonly allocCalculatedCcyQty?: number; // 2515
  readonly custodialLotID?: string; // 1752
  readonly versusPurchaseDate?: string; // 1753
  readonly versusPurchasePrice?: number; // 1754
  readonly currentCostBasis?: number; // 1755
  readonly allocCustomerCapacity?: string; // 993
  readonly allocMethod?: v.AllocMethod; // 1002
  readonly secondaryIndividualAllocID?: string; // 989
  readonly allocClearingFeeIndicator?: string; // 1136
  readonly tradeAllocStatus?: v.TradeAllocStatus; // 1840
  readonly allocationRollupInstruction?: v.AllocationRollupInstruction; // 1735
  readonly allocText?: string; // 161
  readonly encodedAllocText?: Uint8Array; // 361
  readonly firmAllocText?: string; // 1732
  readonly encodedFirmAllocText?: Uint8Array; // 1734
  readonly allocRefRiskLimitCheckID?: string; // 2392
  readonly allocRefRiskLimitCheckIDType?: number; // 2393
}

export interface AllocRegulatoryTradeIDGrp {
  readonly noAllocRegulatoryTradeIDs?: readonly AllocRegulatoryTradeIDsGroup[]; // 1908
}

export interface AllocRegulatoryTradeIDsGroup {
  readonly allocRegulatoryTradeID: string; // 1909
  readonly allocRegulatoryTradeIDSource?: string; // 1910
  readonly allocRegulatoryTradeIDEvent?: number; // 1911
  readonly allocRegulatoryTradeIDType?: number; // 1912
  readonly allocRegulatoryLegRefID?: string; // 2406
  readonly allocRegulatoryTradeIDScope?: number; // 2399
}

export interface TradeAllocAmtGrp {
  readonly noTradeAllocAmts?: readonly TradeAllocAmtsGroup[]; // 1844
}

export interface TradeAllocAmtsGroup {
  readonly tradeAllocAmtType: string; // 1845
  readonly tradeAllocAmt?: number; // 1846
  readonly tradeAllocCurrency?: string; // 1847
  readonly tradeAllocCurrencyCodeSource?: string; // 2933
  readonly tradeAllocAmtReason?: number; // 1850
}

export interface AllocCommissionDataGrp {
  readonly noAllocCommissions?: readonly AllocCommissionsGroup[]; // 2653
}

export interface AllocCommissionsGroup {
  readonly allocCommissionAmount: number; // 2654
  readonly allocCommissionAmountType?: number; // 2655
  readonly allocCommissionAmountSubType?: number; // 2726
  readonly allocCommissionBasis?: string; // 2656
  readonly allocCommissionCurrency?: string; // 2657
  readonly allocCommissionCurrencyCodeSource?: string; // 2925
  readonly allocCommissionUnitOfMeasure?: string; // 2658
  readonly allocCommissionUnitOfMeasureCurrency?: string; // 2659
  readonly allocCommissionUnitOfMeasureCurrencyCodeSource?: string; // 2926
  readonly allocCommissionRate?: number; // 2660
  readonly allocCommissionSharedIndicator?: boolean; // 2661
  readonly allocCommissionAmountShared?: number; // 2662
  readonly allocCommissionLegRefID?: string; // 2663
  readonly allocCommissionDesc?: string; // 2664
  readonly encodedAllocCommissionDesc?: Uint8Array; // 2666
}

export interface SideTrdRegTS {
  readonly noSideTrdRegTS?: readonly SideTrdRegTSGroup[]; // 1016
}

export interface SideTrdRegTSGroup {
  readonly sideTrdRegTimestamp: string; // 1012
  readonly sideTrdRegTimestampType?: number; // 1013
  readonly sideTrdRegTimestampSrc?: string; // 1014
}

export interface SettlDetails {
  readonly noSettlDetails?: readonly SettlDetailsGroup[]; // 1158
}

export interface SettlDetailsGroup extends SettlParties {
  readonly settlObligSource: v.SettlObligSource; // 1164
  readonly standInstDbType?: v.StandInstDbType; // 169
  readonly standInstDbName?: string; // 170
  readonly standInstDbID?: string; // 171
}

export interface SettlParties {
  readonly noSettlPartyIDs?: readonly SettlPartyIDsGroup[]; // 781
}

export interface SettlPartyIDsGroup extends SettlPtysSubGrp {
  readonly settlPartyID: string; // 782
  readonly settlPartyIDSource?: string; // 783
  readonly settlPartyRole?: number; // 784
  readonly settlPartyRoleQualifier?: number; // 2389
}

export interface SettlPtysSubGrp {
  readonly noSettlPartySubIDs?: readonly SettlPartySubIDsGroup[]; // 801
}

export interface SettlPartySubIDsGroup {
  readonly settlPartySubID: string; // 785
  readonly settlPartySubIDType?: number; // 786
}

export interface TradeReportOrderDetail extends RelatedOrderGrp, OrderQtyData, MatchingInstructions, DisplayInstruction, OrderAttributeGrp {
  readonly orderID?: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly clOrdID?: string; // 11
  readonly secondaryClOrdID?: string; // 526
  readonly listID?: string; // 66
  readonly refOrderID?: string; // 1080
  readonly refOrderIDSource?: v.RefOrderIDSource; // 1081
  readonly refOrdIDReason?: v.RefOrdIDReason; // 1431
  readonly preTradeAnonymity?: boolean; // 1091
  readonly ordType?: v.OrdType; // 40
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly ordStatus?: v.OrdStatus; // 39
  readonly leavesQty?: number; // 151
  readonly cumQty?: number; // 14
  readonly timeInForce?: v.TimeInForce; // 59
  readonly expireTime?: string; // 126
  readonly selfMatchPreventionID?: string; // 2362
  readonly selfMatchPreventionInstruction?: v.SelfMatchPreventionInstruction; // 2964
  readonly exposureDuration?: number; // 1629
  readonly exposureDurationUnit?: number; // 1916
  readonly orderCapacity?: v.OrderCapacity; // 528
  readonly orderRestrictions?: readonly v.OrderRestrictions[]; // 529
  readonly bookingType?: v.BookingType; // 775
  readonly origCustOrderCapacity?: v.OrigCustOrderCapacity; // 1432
  readonly orderOrigination?: v.OrderOrigination; // 1724
  readonly exDestinationType?: v.ExDestinationType; // 2704
  readonly orderInputDevice?: string; // 821
  readonly lotType?: v.LotType; // 1093
  readonly transBkdTime?: string; // 483
  readonly origOrdModTime?: string; // 586
  readonly orderPercentOfTotalVolume?: number; // 2766
}

export interface TradePositionQty {
  readonly noPositions?: readonly PositionsGroup[]; // 702
}

export interface PositionsGroup {
  readonly posType: v.PosType; // 703
  readonly longQty?: number; // 704
  readonly shortQty?: number; // 705
  readonly coveredQty?: number; // 1654
  readonly posQtyStatus?: v.PosQtyStatus; // 706
  readonly quantityDate?: string; // 976
}

export interface RelatedPositionGrp {
  readonly noRelatedPositions?: readonly RelatedPositionsGroup[]; // 1861
}

export interface RelatedPositionsGroup {
  readonly relatedPositionID: string; // 1862
  readonly relatedPositionIDSource?: v.RelatedPositionIDSource; // 1863
  readonly relatedPositionDate?: string; // 1864
}

export interface SideCollateralAmountGrp {
  readonly noSideCollateralAmounts?: readonly SideCollateralAmountsGroup[]; // 2691
}

export interface SideCollateralAmountsGroup extends SideCollateralReinvestmentGrp {
  readonly sideCurrentCollateralAmount: number; // 2702
  readonly sideCollateralCurrency?: string; // 2695
  readonly sideCollateralCurrencyCodeSource?: string; // 2930
  readonly sideCollateralAmountType?: number; // 2694
  readonly sideCollateralFXRate?: number; // 2696
  readonly sideCollateralFXRateCalc?: string; // 2697
  readonly sideCollateralType?: string; // 2701
  readonly sideCollateralAmountMarketSegmentID?: string; // 2693
  readonly sideCollateralAmountMarketID?: string; // 2692
  readonly sideHaircutIndicator?: boolean; // 2703
  readonly sideCollateralPortfolioID?: string; // 2700
  readonly sideCollateralPercentOverage?: number; // 2699
  readonly sideCollateralMarketPrice?: number; // 2698
  readonly sideCollateralReinvestmentRate?: number; // 2862
  readonly sideUnderlyingRefID?: string; // 2863
}

export interface SideCollateralReinvestmentGrp {
  readonly noSideCollateralReinvestments?: readonly SideCollateralReinvestmentsGroup[]; // 2864
}

export interface SideCollateralReinvestmentsGroup {
  readonly sideCollateralReinvestmentType: number; // 2867
  readonly sideCollateralReinvestmentAmount?: number; // 2865
  readonly sideCollateralReinvestmentCurrency?: string; // 2866
  readonly sideCollateralReinvestmentCurrencyCodeSource?: string; // 2932
}

export interface TrdRepIndicatorsGrp {
  readonly noTrdRepIndicators?: readonly TrdRepIndicatorsGroup[]; // 1387
}

export interface TrdRepIndicatorsGroup {
  readonly trdRepPartyRole: number; // 1388
  readonly trdRepIndicator?: boolean; // 1389
}

export interface AttachmentGrp {
  readonly noAttachments?: readonly AttachmentsGroup[]; // 2104
}

export interface AttachmentsGroup extends AttachmentKeywordGrp {
  readonly attachmentName: string; // 2105
  readonly attachmentMediaType?: string; // 2106
  readonly attachmentClassification?: string; // 2107
  readonly attachmentExternalURL?: string; // 2108
  readonly attachmentEncodingType?: v.AttachmentEncodingType; // 2109
  readonly unencodedAttachmentLen?: number; // 2110
  readonly encodedAttachment?: Uint8Array; // 2112
}

export interface AttachmentKeywordGrp {
  readonly noAttachmentKeywords?: readonly AttachmentKeywordsGroup[]; // 2113
}

export interface AttachmentKeywordsGroup {
  readonly attachmentKeyword: string; // 2114
}

export interface QuotReqRjctGrp {
  readonly noRelatedSym?: readonly QuotReqRjctGrpRelatedSymGroup[]; // 146
}

export interface QuotReqRjctGrpRelatedSymGroup extends Instrument, FinancingDetails, UndInstrmtGrp, OrderQtyData, Stipulations, QuotReqLegsGrp, QuotQualGrp, PriceQualifierGrp, SpreadOrBenchmarkCurveData, YieldData, Parties {
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
  readonly currencyCodeSource?: v.CurrencyCodeSource; // 2897
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly negotiationMethod?: v.NegotiationMethod; // 2115
  readonly quotePriceType?: v.QuotePriceType; // 692
  readonly ordType?: v.OrdType; // 40
  readonly expireTime?: string; // 126
  readonly transactTime?: string; // 60
  readonly priceType?: v.PriceType; // 423
  readonly price?: number; // 44
  readonly price2?: number; // 640
  readonly strikeTime?: string; // 443
}

export interface LegQuotStatGrp {
  readonly noLegs?: readonly LegQuotStatGrpLegsGroup[]; // 555
}

export interface LegQuotStatGrpLegsGroup extends InstrumentLeg, LegStipulations, NestedParties {
  readonly legOrderQty?: number; // 685
  readonly legQty?: number; // 687
  readonly legMidPx?: number; // 2346
  readonly legSwapType?: v.LegSwapType; // 690
  readonly legSettlType?: string; // 587
  readonly legSettlDate?: string; // 588
}

export interface TrdCapRptAckSideGrp {
  readonly noSides?: readonly TrdCapRptAckSideGrpSidesGroup[]; // 552
}

export interface TrdCapRptAckSideGrpSidesGroup extends Parties, LimitAmts, ClrInstGrp, CommissionData, CommissionDataGrp, ContAmtGrp, Stipulations, MiscFeesGrp, SettlDetails, TrdAllocGrp, TradeReportOrderDetail, SideTrdRegTS, RelatedTradeGrp, RelatedPositionGrp {
  readonly side: v.Side; // 54
  readonly sideExecID?: string; // 1427
  readonly sideTradeID?: string; // 1506
  readonly sideOrigTradeID?: string; // 1507
  readonly orderDelay?: number; // 1428
  readonly orderDelayUnit?: v.OrderDelayUnit; // 1429
  readonly account?: string; // 1
  readonly acctIDSource?: v.AcctIDSource; // 660
  readonly accountType?: v.AccountType; // 581
  readonly processCode?: v.ProcessCode; // 81
  readonly oddLot?: boolean; // 575
  readonly sideTradeReportingIndicator?: number; // 2671
  readonly tradeInputSource?: string; // 578
  readonly tradeInputDevice?: string; // 579
  readonly complianceID?: string; // 376
  readonly complianceText?: string; // 2404
  readonly encodedComplianceText?: Uint8Array; // 2352
  readonly solicitedFlag?: boolean; // 377
  readonly custOrderCapacity?: v.CustOrderCapacity; // 582
  readonly tradingSessionID?: string; // 336
  readonly tradingSessionSubID?: string; // 625
  readonly timeBracket?: string; // 943
  readonly netGrossInd?: v.NetGrossInd; // 430
  readonly sideCurrency?: string; // 1154
  readonly sideCurrencyCodeSource?: string; // 2901
  readonly sideSettlCurrency?: string; // 1155
  readonly sideSettlCurrencyCodeSource?: string; // 2902
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
  readonly settlCurrFxRate?: number; // 155
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly positionEffect?: v.PositionEffect; // 77
  readonly sideMultiLegReportingType?: v.SideMultiLegReportingType; // 752
  readonly exchangeRule?: string; // 825
  readonly tradeAllocIndicator?: v.TradeAllocIndicator; // 826
  readonly allocGroupID?: string; // 1730
  readonly previousAllocGroupID?: string; // 2771
  readonly groupAmount?: number; // 2759
  readonly allocGroupStatus?: v.AllocGroupStatus; // 2767
  readonly sideAvgPxIndicator?: v.SideAvgPxIndicator; // 1853
  readonly sideAvgPxGroupID?: string; // 1854
  readonly sideAvgPx?: number; // 1852
  readonly preallocMethod?: v.PreallocMethod; // 591
  readonly allocID?: string; // 70
  readonly sideGrossTradeAmt?: number; // 1072
  readonly aggressorIndicator?: boolean; // 1057
  readonly sideLastQty?: number; // 1009
  readonly sideTradeReportID?: string; // 1005
  readonly sideFillStationCd?: string; // 1006
  readonly sideReasonCd?: string; // 1007
  readonly rptSeq?: number; // 83
  readonly sideTrdSubType?: number; // 1008
  readonly orderCategory?: v.OrderCategory; // 1115
  readonly strategyLinkID?: string; // 1851
  readonly custOrderHandlingInst?: readonly v.CustOrderHandlingInst[]; // 1031
  readonly orderHandlingInstSource?: v.OrderHandlingInstSource; // 1032
  readonly sideRiskLimitCheckStatus?: number; // 2344
}

export interface AffectedMarketSegmentGrp {
  readonly noAffectedMarketSegments?: readonly AffectedMarketSegmentsGroup[]; // 1791
}

export interface AffectedMarketSegmentsGroup {
  readonly affectedMarketSegmentID: string; // 1792
}

export interface NotAffectedMarketSegmentGrp {
  readonly noNotAffectedMarketSegments?: readonly NotAffectedMarketSegmentsGroup[]; // 1793
}

export interface NotAffectedMarketSegmentsGroup {
  readonly notAffectedMarketSegmentID: string; // 1794
}

export interface TargetMarketSegmentGrp {
  readonly noTargetMarketSegments?: readonly TargetMarketSegmentsGroup[]; // 1789
}

export interface TargetMarketSegmentsGroup {
  readonly targetMarketSegmentID: string; // 1790
}
