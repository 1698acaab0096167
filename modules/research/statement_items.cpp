// SPDX-License-Identifier: GPL-3.0-or-later
#include "research/statement_items.h"

namespace rialto::research {

std::span<const StatementItem> statementItems()
{
    using S = Statement;
    static const std::vector<StatementItem> kItems{
        {"revenue", "Revenue", S::Income, {"us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", "us-gaap:Revenues", "us-gaap:SalesRevenueNet", "us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax", "us-gaap:SalesRevenueGoodsNet", "us-gaap:SalesRevenueServicesNet", "us-gaap:RevenuesNetOfInterestExpense", "ifrs-full:Revenue", "ifrs-full:RevenueFromContractsWithCustomers", "ifrs-full:RentalIncomeFromInvestmentProperty"}},
        {"costOfRevenue", "Cost of revenue", S::Income, {"us-gaap:CostOfRevenue", "us-gaap:CostOfGoodsAndServicesSold", "us-gaap:CostOfGoodsSold", "us-gaap:CostOfServices", "ifrs-full:CostOfSales"}},
        {"grossProfit", "Gross profit", S::Income, {"us-gaap:GrossProfit", "ifrs-full:GrossProfit"}},
        {"researchAndDevelopment", "Research and development", S::Income, {"us-gaap:ResearchAndDevelopmentExpense", "ifrs-full:ResearchAndDevelopmentExpense"}},
        {"sellingGeneralAdministrative", "Selling, general and administrative", S::Income, {"us-gaap:SellingGeneralAndAdministrativeExpense", "us-gaap:GeneralAndAdministrativeExpense", "ifrs-full:SellingGeneralAndAdministrativeExpense", "ifrs-full:AdministrativeExpense", "ifrs-full:GeneralAndAdministrativeExpense"}},
        {"operatingExpenses", "Operating expenses", S::Income, {"us-gaap:OperatingExpenses", "us-gaap:CostsAndExpenses", "ifrs-full:OperatingExpense"}},
        {"operatingIncome", "Operating income", S::Income, {"us-gaap:OperatingIncomeLoss", "ifrs-full:ProfitLossFromOperatingActivities"}},
        {"interestExpense", "Interest expense", S::Income, {"us-gaap:InterestExpense", "us-gaap:InterestExpenseNonoperating", "us-gaap:InterestExpenseDebt", "ifrs-full:FinanceCosts", "ifrs-full:InterestExpense"}},
        {"incomeBeforeTax", "Income before tax", S::Income, {"us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest", "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxesMinorityInterestAndIncomeLossFromEquityMethodInvestments", "ifrs-full:ProfitLossBeforeTax"}},
        {"incomeTax", "Income tax", S::Income, {"us-gaap:IncomeTaxExpenseBenefit", "ifrs-full:IncomeTaxExpenseContinuingOperations", "ifrs-full:TaxExpenseIncome"}},
        {"netIncome", "Net income", S::Income, {"us-gaap:NetIncomeLoss", "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic", "us-gaap:ProfitLoss", "ifrs-full:ProfitLossAttributableToOwnersOfParent", "ifrs-full:ProfitLoss"}},
        {"epsBasic", "Earnings per share, basic", S::Income, {"us-gaap:EarningsPerShareBasic", "us-gaap:EarningsPerShareBasicAndDiluted", "ifrs-full:BasicEarningsLossPerShare", "ifrs-full:BasicAndDilutedEarningsLossPerShare"}},
        {"epsDiluted", "Earnings per share, diluted", S::Income, {"us-gaap:EarningsPerShareDiluted", "us-gaap:EarningsPerShareBasicAndDiluted", "ifrs-full:DilutedEarningsLossPerShare", "ifrs-full:BasicAndDilutedEarningsLossPerShare"}},
        {"sharesBasic", "Weighted shares, basic", S::Income, {"us-gaap:WeightedAverageNumberOfSharesOutstandingBasic", "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted", "ifrs-full:WeightedAverageShares"}},
        {"sharesDiluted", "Weighted shares, diluted", S::Income, {"us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding", "ifrs-full:AdjustedWeightedAverageShares"}},

        {"cash", "Cash and equivalents", S::Balance, {"us-gaap:CashAndCashEquivalentsAtCarryingValue", "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents", "us-gaap:Cash", "ifrs-full:CashAndCashEquivalents"}},
        {"shortTermInvestments", "Short-term investments", S::Balance, {"us-gaap:ShortTermInvestments", "us-gaap:MarketableSecuritiesCurrent", "us-gaap:AvailableForSaleSecuritiesCurrent", "ifrs-full:OtherCurrentFinancialAssets"}},
        {"receivables", "Receivables", S::Balance, {"us-gaap:AccountsReceivableNetCurrent", "us-gaap:ReceivablesNetCurrent", "ifrs-full:TradeAndOtherCurrentReceivables", "ifrs-full:CurrentTradeReceivables"}},
        {"inventory", "Inventory", S::Balance, {"us-gaap:InventoryNet", "ifrs-full:Inventories"}},
        {"currentAssets", "Current assets", S::Balance, {"us-gaap:AssetsCurrent", "ifrs-full:CurrentAssets"}},
        {"propertyPlantEquipment", "Property, plant and equipment", S::Balance, {"us-gaap:PropertyPlantAndEquipmentNet", "ifrs-full:PropertyPlantAndEquipment"}},
        {"investmentProperty", "Investment property", S::Balance, {"us-gaap:RealEstateInvestmentPropertyNet", "ifrs-full:InvestmentProperty"}},
        {"goodwill", "Goodwill", S::Balance, {"us-gaap:Goodwill", "ifrs-full:Goodwill"}},
        {"intangibles", "Intangible assets", S::Balance, {"us-gaap:IntangibleAssetsNetExcludingGoodwill", "us-gaap:FiniteLivedIntangibleAssetsNet", "ifrs-full:IntangibleAssetsOtherThanGoodwill"}},
        {"nonCurrentAssets", "Non-current assets", S::Balance, {"us-gaap:AssetsNoncurrent", "ifrs-full:NoncurrentAssets"}},
        {"totalAssets", "Total assets", S::Balance, {"us-gaap:Assets", "ifrs-full:Assets"}},
        {"payables", "Payables", S::Balance, {"us-gaap:AccountsPayableCurrent", "ifrs-full:TradeAndOtherCurrentPayables"}},
        {"shortTermDebt", "Short-term debt", S::Balance, {"us-gaap:DebtCurrent", "us-gaap:LongTermDebtCurrent", "us-gaap:ShortTermBorrowings", "ifrs-full:CurrentPortionOfLongtermBorrowings", "ifrs-full:CurrentBorrowingsAndCurrentPortionOfNoncurrentBorrowings", "ifrs-full:ShorttermBorrowings"}},
        {"currentLiabilities", "Current liabilities", S::Balance, {"us-gaap:LiabilitiesCurrent", "ifrs-full:CurrentLiabilities"}},
        {"longTermDebt", "Long-term debt", S::Balance, {"us-gaap:LongTermDebtNoncurrent", "us-gaap:LongTermDebt", "us-gaap:SeniorLongTermNotes", "ifrs-full:LongtermBorrowings", "ifrs-full:NoncurrentPortionOfNoncurrentBorrowings"}},
        {"totalLiabilities", "Total liabilities", S::Balance, {"us-gaap:Liabilities", "ifrs-full:Liabilities"}},
        {"retainedEarnings", "Retained earnings", S::Balance, {"us-gaap:RetainedEarningsAccumulatedDeficit", "ifrs-full:RetainedEarnings"}},
        {"equity", "Equity of shareholders", S::Balance, {"us-gaap:StockholdersEquity", "ifrs-full:EquityAttributableToOwnersOfParent", "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "ifrs-full:Equity"}},
        {"totalEquity", "Total equity", S::Balance, {"us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "ifrs-full:Equity", "us-gaap:StockholdersEquity"}},
        {"liabilitiesAndEquity", "Liabilities and equity", S::Balance, {"us-gaap:LiabilitiesAndStockholdersEquity", "ifrs-full:EquityAndLiabilities"}},

        {"operatingCashFlow", "Cash from operations", S::CashFlow, {"us-gaap:NetCashProvidedByUsedInOperatingActivities", "us-gaap:NetCashProvidedByUsedInOperatingActivitiesContinuingOperations", "ifrs-full:CashFlowsFromUsedInOperatingActivities", "ifrs-full:CashFlowsFromUsedInOperations"}},
        {"depreciation", "Depreciation and amortisation", S::CashFlow, {"us-gaap:DepreciationDepletionAndAmortization", "us-gaap:DepreciationAmortizationAndAccretionNet", "us-gaap:DepreciationAndAmortization", "us-gaap:Depreciation", "ifrs-full:AdjustmentsForDepreciationAndAmortisationExpense"}},
        {"stockCompensation", "Share-based compensation", S::CashFlow, {"us-gaap:ShareBasedCompensation", "ifrs-full:AdjustmentsForSharebasedPayments"}},
        {"capitalExpenditure", "Capital expenditure", S::CashFlow, {"us-gaap:PaymentsToAcquirePropertyPlantAndEquipment", "us-gaap:PaymentsToAcquireProductiveAssets", "ifrs-full:PurchaseOfPropertyPlantAndEquipmentClassifiedAsInvestingActivities"}},
        {"investingCashFlow", "Cash from investing", S::CashFlow, {"us-gaap:NetCashProvidedByUsedInInvestingActivities", "us-gaap:NetCashProvidedByUsedInInvestingActivitiesContinuingOperations", "ifrs-full:CashFlowsFromUsedInInvestingActivities"}},
        {"dividendsPaid", "Dividends paid", S::CashFlow, {"us-gaap:PaymentsOfDividends", "us-gaap:PaymentsOfDividendsCommonStock", "ifrs-full:DividendsPaidClassifiedAsFinancingActivities", "ifrs-full:DividendsPaidToEquityHoldersOfParentClassifiedAsFinancingActivities"}},
        {"shareRepurchases", "Share repurchases", S::CashFlow, {"us-gaap:PaymentsForRepurchaseOfCommonStock", "ifrs-full:PaymentsToAcquireOrRedeemEntitysShares"}},
        {"financingCashFlow", "Cash from financing", S::CashFlow, {"us-gaap:NetCashProvidedByUsedInFinancingActivities", "us-gaap:NetCashProvidedByUsedInFinancingActivitiesContinuingOperations", "ifrs-full:CashFlowsFromUsedInFinancingActivities"}},
        {"netChangeInCash", "Net change in cash", S::CashFlow, {"us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecreaseIncludingExchangeRateEffect", "us-gaap:CashAndCashEquivalentsPeriodIncreaseDecrease", "ifrs-full:IncreaseDecreaseInCashAndCashEquivalents", "ifrs-full:IncreaseDecreaseInCashAndCashEquivalentsBeforeEffectOfExchangeRateChanges"}},
    };
    return kItems;
}

} // namespace rialto::research
