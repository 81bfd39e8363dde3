/**
 * Messages of FIX.4.2: what `bindMessages` writes and reads. After a field its tag.
 *
 * Made by `tools/fix-messages.ts`; not to be edited.
 */
import type * as v from "./fix42-values.ts";

export type Fix42Message =
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
  | BusinessMessageReject;

/** Of all of them. */
export const fix42Kinds = [
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
export interface ExecutionReport {
  readonly kind: "ExecutionReport";
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly clOrdID?: string; // 11
  readonly origClOrdID?: string; // 41
  readonly clientID?: string; // 109
  readonly execBroker?: string; // 76
  readonly noContraBrokers?: readonly ContraBrokersGroup[]; // 382
  readonly listID?: string; // 66
  readonly execID: string; // 17
  readonly execTransType: v.ExecTransType; // 20
  readonly execRefID?: string; // 19
  readonly execType: v.ExecType; // 150
  readonly ordStatus: v.OrdStatus; // 39
  readonly ordRejReason?: v.OrdRejReason; // 103
  readonly execRestatementReason?: v.ExecRestatementReason; // 378
  readonly account?: string; // 1
  readonly settlmntTyp?: v.SettlmntTyp; // 63
  readonly futSettDate?: string; // 64
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly side: v.Side; // 54
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly ordType?: v.OrdType; // 40
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly pegDifference?: number; // 211
  readonly discretionInst?: v.DiscretionInst; // 388
  readonly discretionOffset?: number; // 389
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly rule80A?: v.Rule80A; // 47
  readonly lastShares?: number; // 32
  readonly lastPx?: number; // 31
  readonly lastSpotRate?: number; // 194
  readonly lastForwardPoints?: number; // 195
  readonly lastMkt?: string; // 30
  readonly tradingSessionID?: string; // 336
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
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly grossTradeAmt?: number; // 381
  readonly settlCurrAmt?: number; // 119
  readonly settlCurrency?: string; // 120
  readonly settlCurrFxRate?: number; // 155
  readonly settlCurrFxRateCalc?: v.SettlCurrFxRateCalc; // 156
  readonly handlInst?: v.HandlInst; // 21
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly openClose?: v.OpenClose; // 77
  readonly maxShow?: number; // 210
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly futSettDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly clearingFirm?: string; // 439
  readonly clearingAccount?: string; // 440
  readonly multiLegReportingType?: v.MultiLegReportingType; // 442
}

/** MsgType 9. */
export interface OrderCancelReject {
  readonly kind: "OrderCancelReject";
  readonly orderID: string; // 37
  readonly secondaryOrderID?: string; // 198
  readonly clOrdID: string; // 11
  readonly origClOrdID: string; // 41
  readonly ordStatus: v.OrdStatus; // 39
  readonly clientID?: string; // 109
  readonly execBroker?: string; // 76
  readonly listID?: string; // 66
  readonly account?: string; // 1
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
  readonly maxMessageSize?: number; // 383
  readonly noMsgTypes?: readonly MsgTypesGroup[]; // 384
}

/** MsgType B. */
export interface News {
  readonly kind: "News";
  readonly origTime?: string; // 42
  readonly urgency?: v.Urgency; // 61
  readonly headline: string; // 148
  readonly encodedHeadline?: Uint8Array; // 359
  readonly noRoutingIDs?: readonly RoutingIDsGroup[]; // 215
  readonly noRelatedSym?: readonly NewsRelatedSymGroup[]; // 146
  readonly linesOfText: readonly LinesOfTextGroup[]; // 33
  readonly urlLink?: string; // 149
  readonly rawData?: Uint8Array; // 96
}

/** MsgType D. */
export interface NewOrderSingle {
  readonly kind: "NewOrderSingle";
  readonly clOrdID: string; // 11
  readonly clientID?: string; // 109
  readonly execBroker?: string; // 76
  readonly account?: string; // 1
  readonly noAllocs?: readonly AllocsGroup[]; // 78
  readonly settlmntTyp?: v.SettlmntTyp; // 63
  readonly futSettDate?: string; // 64
  readonly handlInst: v.HandlInst; // 21
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly noTradingSessions?: readonly TradingSessionsGroup[]; // 386
  readonly processCode?: v.ProcessCode; // 81
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly prevClosePx?: number; // 140
  readonly side: v.Side; // 54
  readonly locateReqd?: boolean; // 114
  readonly transactTime: string; // 60
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly ordType: v.OrdType; // 40
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly ioIid?: string; // 23
  readonly quoteID?: string; // 117
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly rule80A?: v.Rule80A; // 47
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly futSettDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly openClose?: v.OpenClose; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly customerOrFirm?: v.CustomerOrFirm; // 204
  readonly maxShow?: number; // 210
  readonly pegDifference?: number; // 211
  readonly discretionInst?: v.DiscretionInst; // 388
  readonly discretionOffset?: number; // 389
  readonly clearingFirm?: string; // 439
  readonly clearingAccount?: string; // 440
}

/** MsgType E. */
export interface NewOrderList {
  readonly kind: "NewOrderList";
  readonly listID: string; // 66
  readonly bidID?: string; // 390
  readonly clientBidID?: string; // 391
  readonly progRptReqs?: v.ProgRptReqs; // 414
  readonly bidType: number; // 394
  readonly progPeriodInterval?: number; // 415
  readonly listExecInstType?: v.ListExecInstType; // 433
  readonly listExecInst?: string; // 69
  readonly encodedListExecInst?: Uint8Array; // 353
  readonly totNoOrders: number; // 68
  readonly noOrders: readonly NewOrderListOrdersGroup[]; // 73
}

/** MsgType F. */
export interface OrderCancelRequest {
  readonly kind: "OrderCancelRequest";
  readonly origClOrdID: string; // 41
  readonly orderID?: string; // 37
  readonly clOrdID: string; // 11
  readonly listID?: string; // 66
  readonly account?: string; // 1
  readonly clientID?: string; // 109
  readonly execBroker?: string; // 76
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly side: v.Side; // 54
  readonly transactTime: string; // 60
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType G. */
export interface OrderCancelReplaceRequest {
  readonly kind: "OrderCancelReplaceRequest";
  readonly orderID?: string; // 37
  readonly clientID?: string; // 109
  readonly execBroker?: string; // 76
  readonly origClOrdID: string; // 41
  readonly clOrdID: string; // 11
  readonly listID?: string; // 66
  readonly account?: string; // 1
  readonly noAllocs?: readonly AllocsGroup[]; // 78
  readonly settlmntTyp?: v.SettlmntTyp; // 63
  readonly futSettDate?: string; // 64
  readonly handlInst: v.HandlInst; // 21
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly noTradingSessions?: readonly TradingSessionsGroup[]; // 386
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly side: v.Side; // 54
  readonly transactTime: string; // 60
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly ordType: v.OrdType; // 40
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly pegDifference?: number; // 211
  readonly discretionInst?: v.DiscretionInst; // 388
  readonly discretionOffset?: number; // 389
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly currency?: string; // 15
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly rule80A?: v.Rule80A; // 47
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly futSettDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly openClose?: v.OpenClose; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly customerOrFirm?: v.CustomerOrFirm; // 204
  readonly maxShow?: number; // 210
  readonly locateReqd?: boolean; // 114
  readonly clearingFirm?: string; // 439
  readonly clearingAccount?: string; // 440
}

/** MsgType H. */
export interface OrderStatusRequest {
  readonly kind: "OrderStatusRequest";
  readonly orderID?: string; // 37
  readonly clOrdID: string; // 11
  readonly clientID?: string; // 109
  readonly account?: string; // 1
  readonly execBroker?: string; // 76
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly side: v.Side; // 54
}

/** MsgType K. */
export interface ListCancelRequest {
  readonly kind: "ListCancelRequest";
  readonly listID: string; // 66
  readonly transactTime: string; // 60
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType N. */
export interface ListStatus {
  readonly kind: "ListStatus";
  readonly listID: string; // 66
  readonly listStatusType: number; // 429
  readonly noRpts: number; // 82
  readonly listOrderStatus: number; // 431
  readonly rptSeq: number; // 83
  readonly listStatusText?: string; // 444
  readonly encodedListStatusText?: Uint8Array; // 446
  readonly transactTime?: string; // 60
  readonly totNoOrders: number; // 68
  readonly noOrders: readonly ListStatusOrdersGroup[]; // 73
}

/** MsgType Q. */
export interface DontKnowTrade {
  readonly kind: "DontKnowTrade";
  readonly orderID: string; // 37
  readonly execID: string; // 17
  readonly dkReason: v.DKReason; // 127
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly side: v.Side; // 54
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly lastShares?: number; // 32
  readonly lastPx?: number; // 31
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType R. */
export interface QuoteRequest {
  readonly kind: "QuoteRequest";
  readonly quoteReqID: string; // 131
  readonly noRelatedSym: readonly QuoteRequestRelatedSymGroup[]; // 146
}

/** MsgType S. */
export interface Quote {
  readonly kind: "Quote";
  readonly quoteReqID?: string; // 131
  readonly quoteID: string; // 117
  readonly quoteResponseLevel?: v.QuoteResponseLevel; // 301
  readonly tradingSessionID?: string; // 336
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly bidPx?: number; // 132
  readonly offerPx?: number; // 133
  readonly bidSize?: number; // 134
  readonly offerSize?: number; // 135
  readonly validUntilTime?: string; // 62
  readonly bidSpotRate?: number; // 188
  readonly offerSpotRate?: number; // 190
  readonly bidForwardPoints?: number; // 189
  readonly offerForwardPoints?: number; // 191
  readonly transactTime?: string; // 60
  readonly futSettDate?: string; // 64
  readonly ordType?: v.OrdType; // 40
  readonly futSettDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly currency?: string; // 15
}

/** MsgType V. */
export interface MarketDataRequest {
  readonly kind: "MarketDataRequest";
  readonly mdReqID: string; // 262
  readonly subscriptionRequestType: v.SubscriptionRequestType; // 263
  readonly marketDepth: number; // 264
  readonly mdUpdateType?: v.MDUpdateType; // 265
  readonly aggregatedBook?: boolean; // 266
  readonly noMDEntryTypes: readonly MDEntryTypesGroup[]; // 267
  readonly noRelatedSym: readonly MarketDataRequestRelatedSymGroup[]; // 146
}

/** MsgType W. */
export interface MarketDataSnapshotFullRefresh {
  readonly kind: "MarketDataSnapshotFullRefresh";
  readonly mdReqID?: string; // 262
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly financialStatus?: v.FinancialStatus; // 291
  readonly corporateAction?: v.CorporateAction; // 292
  readonly totalVolumeTraded?: number; // 387
  readonly noMDEntries: readonly MarketDataSnapshotFullRefreshMDEntriesGroup[]; // 268
}

/** MsgType X. */
export interface MarketDataIncrementalRefresh {
  readonly kind: "MarketDataIncrementalRefresh";
  readonly mdReqID?: string; // 262
  readonly noMDEntries: readonly MarketDataIncrementalRefreshMDEntriesGroup[]; // 268
}

/** MsgType Y. */
export interface MarketDataRequestReject {
  readonly kind: "MarketDataRequestReject";
  readonly mdReqID: string; // 262
  readonly mdReqRejReason?: v.MDReqRejReason; // 281
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

/** MsgType Z. */
export interface QuoteCancel {
  readonly kind: "QuoteCancel";
  readonly quoteReqID?: string; // 131
  readonly quoteID: string; // 117
  readonly quoteCancelType: v.QuoteCancelType; // 298
  readonly quoteResponseLevel?: v.QuoteResponseLevel; // 301
  readonly tradingSessionID?: string; // 336
  readonly noQuoteEntries: readonly QuoteEntriesGroup[]; // 295
}

/** MsgType f. */
export interface SecurityStatus {
  readonly kind: "SecurityStatus";
  readonly securityStatusReqID?: string; // 324
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly currency?: string; // 15
  readonly tradingSessionID?: string; // 336
  readonly unsolicitedIndicator?: boolean; // 325
  readonly securityTradingStatus?: v.SecurityTradingStatus; // 326
  readonly financialStatus?: v.FinancialStatus; // 291
  readonly corporateAction?: v.CorporateAction; // 292
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
}

/** MsgType h. */
export interface TradingSessionStatus {
  readonly kind: "TradingSessionStatus";
  readonly tradSesReqID?: string; // 335
  readonly tradingSessionID: string; // 336
  readonly tradSesMethod?: v.TradSesMethod; // 338
  readonly tradSesMode?: v.TradSesMode; // 339
  readonly unsolicitedIndicator?: boolean; // 325
  readonly tradSesStatus: v.TradSesStatus; // 340
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

export interface ContraBrokersGroup {
  readonly contraBroker: string; // 375
  readonly contraTrader?: string; // 337
  readonly contraTradeQty?: number; // 437
  readonly contraTradeTime?: string; // 438
}

export interface MsgTypesGroup {
  readonly refMsgType: string; // 372
  readonly msgDirection?: v.MsgDirection; // 385
}

export interface RoutingIDsGroup {
  readonly routingType: v.RoutingType; // 216
  readonly routingID?: string; // 217
}

export interface NewsRelatedSymGroup {
  readonly relatdSym: string; // 46
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
}

export interface LinesOfTextGroup {
  readonly text: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface AllocsGroup {
  readonly allocAccount: string; // 79
  readonly allocShares?: number; // 80
}

export interface TradingSessionsGroup {
  readonly tradingSessionID: string; // 336
}

export interface NewOrderListOrdersGroup {
  readonly clOrdID: string; // 11
  readonly listSeqNo: number; // 67
  readonly settlInstMode?: v.SettlInstMode; // 160
  readonly clientID?: string; // 109
  readonly execBroker?: string; // 76
  readonly account?: string; // 1
  readonly noAllocs?: readonly AllocsGroup[]; // 78
  readonly settlmntTyp?: v.SettlmntTyp; // 63
  readonly futSettDate?: string; // 64
  readonly handlInst?: v.HandlInst; // 21
  readonly execInst?: readonly v.ExecInst[]; // 18
  readonly minQty?: number; // 110
  readonly maxFloor?: number; // 111
  readonly exDestination?: string; // 100
  readonly noTradingSessions?: readonly TradingSessionsGroup[]; // 386
  readonly processCode?: v.ProcessCode; // 81
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly prevClosePx?: number; // 140
  readonly side: v.Side; // 54
  readonly sideValueInd?: number; // 401
  readonly locateReqd?: boolean; // 114
  readonly transactTime?: string; // 60
  readonly orderQty?: number; // 38
  readonly cashOrderQty?: number; // 152
  readonly ordType?: v.OrdType; // 40
  readonly price?: number; // 44
  readonly stopPx?: number; // 99
  readonly currency?: string; // 15
  readonly complianceID?: string; // 376
  readonly solicitedFlag?: boolean; // 377
  readonly ioIid?: string; // 23
  readonly quoteID?: string; // 117
  readonly timeInForce?: v.TimeInForce; // 59
  readonly effectiveTime?: string; // 168
  readonly expireDate?: string; // 432
  readonly expireTime?: string; // 126
  readonly gtBookingInst?: v.GTBookingInst; // 427
  readonly commission?: number; // 12
  readonly commType?: v.CommType; // 13
  readonly rule80A?: v.Rule80A; // 47
  readonly forexReq?: boolean; // 121
  readonly settlCurrency?: string; // 120
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
  readonly futSettDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly openClose?: v.OpenClose; // 77
  readonly coveredOrUncovered?: v.CoveredOrUncovered; // 203
  readonly customerOrFirm?: v.CustomerOrFirm; // 204
  readonly maxShow?: number; // 210
  readonly pegDifference?: number; // 211
  readonly discretionInst?: v.DiscretionInst; // 388
  readonly discretionOffset?: number; // 389
  readonly clearingFirm?: string; // 439
  readonly clearingAccount?: string; // 440
}

export interface ListStatusOrdersGroup {
  readonly clOrdID: string; // 11
  readonly cumQty: number; // 14
  readonly ordStatus: v.OrdStatus; // 39
  readonly leavesQty: number; // 151
  readonly cxlQty: number; // 84
  readonly avgPx: number; // 6
  readonly ordRejReason?: v.OrdRejReason; // 103
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface QuoteRequestRelatedSymGroup {
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly prevClosePx?: number; // 140
  readonly quoteRequestType?: v.QuoteRequestType; // 303
  readonly tradingSessionID?: string; // 336
  readonly side?: v.Side; // 54
  readonly orderQty?: number; // 38
  readonly futSettDate?: string; // 64
  readonly ordType?: v.OrdType; // 40
  readonly futSettDate2?: string; // 193
  readonly orderQty2?: number; // 192
  readonly expireTime?: string; // 126
  readonly transactTime?: string; // 60
  readonly currency?: string; // 15
}

export interface MDEntryTypesGroup {
  readonly mdEntryType: v.MDEntryType; // 269
}

export interface MarketDataRequestRelatedSymGroup {
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly tradingSessionID?: string; // 336
}

export interface MarketDataSnapshotFullRefreshMDEntriesGroup {
  readonly mdEntryType: v.MDEntryType; // 269
  readonly mdEntryPx: number; // 270
  readonly currency?: string; // 15
  readonly mdEntrySize?: number; // 271
  readonly mdEntryDate?: string; // 272
  readonly mdEntryTime?: string; // 273
  readonly tickDirection?: v.TickDirection; // 274
  readonly mdMkt?: string; // 275
  readonly tradingSessionID?: string; // 336
  readonly quoteCondition?: readonly v.QuoteCondition[]; // 276
  readonly tradeCondition?: readonly v.TradeCondition[]; // 277
  readonly mdEntryOriginator?: string; // 282
  readonly locationID?: string; // 283
  readonly deskID?: string; // 284
  readonly openCloseSettleFlag?: v.OpenCloseSettleFlag; // 286
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
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface MarketDataIncrementalRefreshMDEntriesGroup {
  readonly mdUpdateAction: v.MDUpdateAction; // 279
  readonly deleteReason?: v.DeleteReason; // 285
  readonly mdEntryType?: v.MDEntryType; // 269
  readonly mdEntryID?: string; // 278
  readonly mdEntryRefID?: string; // 280
  readonly symbol?: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly financialStatus?: v.FinancialStatus; // 291
  readonly corporateAction?: v.CorporateAction; // 292
  readonly mdEntryPx?: number; // 270
  readonly currency?: string; // 15
  readonly mdEntrySize?: number; // 271
  readonly mdEntryDate?: string; // 272
  readonly mdEntryTime?: string; // 273
  readonly tickDirection?: v.TickDirection; // 274
  readonly mdMkt?: string; // 275
  readonly tradingSessionID?: string; // 336
  readonly quoteCondition?: readonly v.QuoteCondition[]; // 276
  readonly tradeCondition?: readonly v.TradeCondition[]; // 277
  readonly mdEntryOriginator?: string; // 282
  readonly locationID?: string; // 283
  readonly deskID?: string; // 284
  readonly openCloseSettleFlag?: v.OpenCloseSettleFlag; // 286
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
  readonly totalVolumeTraded?: number; // 387
  readonly text?: string; // 58
  readonly encodedText?: Uint8Array; // 355
}

export interface QuoteEntriesGroup {
  readonly symbol: string; // 55
  readonly symbolSfx?: string; // 65
  readonly securityID?: string; // 48
  readonly idSource?: v.IDSource; // 22
  readonly securityType?: v.SecurityType; // 167
  readonly maturityMonthYear?: string; // 200
  readonly maturityDay?: number; // 205
  readonly putOrCall?: v.PutOrCall; // 201
  readonly strikePrice?: number; // 202
  readonly optAttribute?: string; // 206
  readonly contractMultiplier?: number; // 231
  readonly couponRate?: number; // 223
  readonly securityExchange?: string; // 207
  readonly issuer?: string; // 106
  readonly encodedIssuer?: Uint8Array; // 349
  readonly securityDesc?: string; // 107
  readonly encodedSecurityDesc?: Uint8Array; // 351
  readonly underlyingSymbol?: string; // 311
}
