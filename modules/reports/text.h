// SPDX-License-Identifier: GPL-3.0-or-later
// The words of reports, in both languages. A new sentence is a line here and a line in text.cpp; a test checks that no text
// is missing or has other placeholders in the other language. Pure; any thread.
#pragma once

#include "domain/instrument.h"
#include "domain/order.h"
#include "reports/language.h"
#include "reports/statement.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace rialto::reports {

enum class Text {
    ClientStatement, ClientStatementDescription, PeriodFromTo, ClientNumber, Account, Accounts, BaseCurrency, ValuedOn, Created,
    TotalValue, ReturnInPeriod, Continued, PageOf, Simulated, List,
    Overview, OverviewLead, ResultOfPeriod, ResultDetail, TimeWeightedReturn, PeriodDetail, SinceInception, SinceDetail,
    AnnualisedDetail, ValueChart, Value, NetContributions, WhatChanged, Amount, OpeningValueOn, Deposits, Withdrawals, Income,
    MarketGains, CurrencyGains, Fees, Taxes, ClosingValueOn,
    Allocation, AssetClassTitle, Share, Cash, Total,
    Holdings, HoldingsLead, NoHoldings, Security, Quantity, AverageCost, Price, PriceDate, ValueLocal, ValueIn, GainIn, OfCost,
    Weight, TotalOf,
    Performance, PerformanceLead, NoPerformance, ThisPeriod, Cumulative, Annualised, MoneyWeighted, MaxDrawdown, PerYear,
    DrawdownFromTo, NoDrawdown, LessThanAYear, MonthlyReturns, LastMonths, Year,
    CashTitle, CashLead, NoCash, Currency, Opening, Closing, Settled, Pending, ClosingIn,
    Movements, NoMovements, Booked, SettleDate, Settles, Description, Balance, OpeningBalance, ClosingBalance,
    Trades, TradesLead, NoTrades, TradeDate, Side, Gross, Net, Proceeds, Buy, Sell,
    Costs, NoCosts, FeesTotal, TaxesTotal, CostsTotal, Item,
    Notes, ExchangeRates, RateOn, OneUnit, NoteValuation, NoteCost, NoteReturns, NoteMoneyWeighted, NoteRounding,
    NotePast, NoteSimulated,
    Count
};

const std::string& text(Text key, Language language);
/// The text with {0}, {1}, ... replaced.
std::string text(Text key, Language language, std::initializer_list<std::string> values);

const std::string& assetClassText(AssetClass assetClass, Language language);   // plural: "Equities"
const std::string& movementText(MovementKind kind, Language language);
const std::string& sideText(Side side, Language language);
/// 1..12: "Jan", "January"; Chinese both "1月".
const std::string& monthText(unsigned month, Language language);
const std::string& longMonthText(unsigned month, Language language);

/// All of the above, for the test of completeness.
std::vector<LocalizedText> everyText();

} // namespace rialto::reports
