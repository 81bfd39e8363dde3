/**
 * Where the dictionaries of QuickFIX (`shared/data/fix/spec`, "there") and ours ("here") part, one
 * line for each kind of difference with the tags or message types that have it.
 *
 * - Names: QuickFIX/J, from which 4.0, 4.1, 5.0, 5.0SP1 and FIXT.1.1 are, spells some fields and
 *   messages otherwise; names of values differ where FIX 5.0SP2 has no such value, or QuickFIX a slip
 *   ("INVALID_PARTY_ONFORMATION").
 * - Types: the CHAR of FIX 4.0 and 4.1 is any text, and QuickFIX/J calls it STRING.
 * - Values: lists that FIX left open later (24, 27, 77) or counterparties may add to (336, 625, 1000
 *   and above).
 * - Groups: QuickFIX has the lines of News and the delivery instructions of 4.0 flat.
 */
import type { FixVersion } from "../../src/protocol/fix/dictionary/dictionary.ts";

export const knownDifferences: Readonly<Record<FixVersion, readonly string[]>> = {
  "FIX.4.0": [
    "type STRING here, CHAR there: 1 4 5 8 10 11 13 15 20 21 22 24 25 27 28 29 30 35 37 39 40 41 43 46 47 48 49 50 54 55 56 57 58 59 61 63 65 66 69 71 76 77 79 81 86 92 94 97 100 104 105 106 107 109 112 113 114 115 116 117 120 121 123 127 128 129 130 131 138 139",
    "named IOIID here, IOIid there: 23",
    "values free here: 24 27",
    "value named otherwise: 47=D 47=C 47=J 47=K 47=U 47=Y 47=M 47=N 88=2",
    "named IndicationofInterest here, IOI there: 6",
    "58 only there: B C",
    "33 a group here: B C",
    "78/92 only there: J",
    "78/86 only there: J",
    "78/85 a group here: J",
    "named AllocationACK here, AllocationInstructionAck there: P",
  ],
  "FIX.4.1": [
    "type STRING here, CHAR there: 1 2 3 4 5 8 10 11 13 15 17 19 20 21 22 23 24 25 26 27 28 29 30 35 37 39 40 41 43 46 47 48 49 50 54 55 56 57 58 59 61 63 65 66 69 70 71 72 76 77 79 81 92 94 97 100 104 105 106 107 109 112 113 114 115 116 117 120 121 123 127 128 129 130 131 138 139 141 142 143 144 145 147 148 149 150 156 160 161 162 163 164 165 170 171 173 174 175 176 177 178 179 180 181 182 183 184 185 186 187 196 198 206 207 208",
    "named IOIID here, IOIid there: 23",
    "values free here: 24 27 77",
    "value named otherwise: 47=B 47=C 47=D 47=E 47=F 47=H 47=J 47=K 47=L 47=M 47=N 47=O 47=R 47=T 47=U 47=X 47=Y 47=Z 88=2 166=EUR 167=GOVT 167=ZOO",
    "value of 166 only here: ISO",
    "value of 166 only there: ISO Country Code",
    "named IndicationofInterest here, IOI there: 6",
    "named AllocationACK here, AllocationInstructionAck there: P",
  ],
  "FIX.4.2": [
    "value named otherwise: 35=b 47=B 47=C 47=D 47=E 47=F 47=H 47=I 47=J 47=K 47=L 47=M 47=N 47=O 47=R 47=T 47=U 47=X 47=Y 47=Z 88=2 166=EUR 167=GOVT 167=ZOO 219=2 219=3 219=4 219=5 219=6 219=7 219=8 219=9 269=9 347=EUC-JP 347=ISO-2022-JP 347=UTF-8 427=2 434=2",
    "values free there: 156",
    "named QuoteAckStatus here, QuoteStatus there: 297",
  ],
  "FIX.4.3": [
    "value named otherwise: 35=b 35=n 47=N 47=B 47=D 47=F 47=H 47=I 47=J 47=K 47=M 47=O 47=R 47=T 47=U 47=X 47=Y 47=Z 47=L 47=C 63=A 88=2 103=12 219=5 219=2 219=4 219=6 219=7 219=8 219=9 219=3 235=VALUE1/32 235=AVGLIFE 269=9 347=UTF-8 347=ISO-2022-JP 347=EUC-JP 373=17 427=2 434=2 452=14 532=2",
  ],
  "FIX.4.4": [
    "value named otherwise: 35=b 35=n 88=2 167=PFAND 235=VALUE1/32 269=9 347=ISO-2022-JP 347=EUC-JP 347=Shift_JIS 347=UTF-8 373=17 427=2 434=2 452=14 532=2 751=1",
  ],
  "FIX.5.0": [
    "values free here: 27 1049",
    "value named otherwise: 35=b 35=n 35=BN 88=2 103=12 167=PFAND 167=WLD 269=9 277=AN 298=5 327=P 373=17 423=13 423=15 423=18 423=19 434=2 452=14 532=2 574=63 574=64 574=65 751=1 1032=1 1033=T 1034=1 1036=2",
    "value of 150 only here: 1 2",
    "value of 167 only here: ?",
    "values free there: 234 347 368 1008",
    "value of 276 only here: 1000 1001 1002 1003",
    "value of 277 only here: 1000 1001 1002",
    "value of 326 only here: 11",
    "named HaltReason here, HaltReasonChar there: 327",
    "named UnitOfMeasure here, UnitofMeasure there: 996",
    "named UnderlyingUnitOfMeasure here, UnderlyingUnitofMeasure there: 998",
    "named LegUnitOfMeasure here, LegUnitofMeasure there: 999",
    "value of 1128 only here: 8 9",
    "named DontKnowTradeDK here, DontKnowTrade there: Q",
    "named Confirmation_Ack here, ConfirmationAck there: AU",
  ],
  "FIX.5.0SP1": [
    "value named otherwise: 18=q 35=BN 35=b 88=2 103=12 167=PFAND 269=9 277=AN 277=AV 277=3 298=5 373=17 373=18 423=13 423=15 423=18 423=19 434=2 452=14 532=2 751=1 1032=1 1033=T 1034=1 1036=2 1209=0 1209=1 1209=2",
    "values free here: 27 336 625 1049",
    "named HaltReason here, HaltReasonChar there: 327",
  ],
  "FIX.5.0SP2": ["values free here: 336 625"],
  "FIXT.1.1": [
    "tag only here: 384 385 1410",
    "value named otherwise: 98=0 98=6 373=9 373=10 373=11 373=16 373=18",
    "384 only here: A",
  ],
};
