// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/text.h"

#include <array>

namespace rialto::reports {
namespace {

/// In the order of the enumerators.
const std::array<LocalizedText, static_cast<std::size_t>(Text::Count)>& texts()
{
    static const std::array<LocalizedText, static_cast<std::size_t>(Text::Count)> table{{
        {"Client statement", "客户对账单"},
        {"Holdings, cash, trades and performance of a client over a period, as a document for the client.", "面向客户的期间文件：持仓、现金、成交与业绩。"},
        {"{0} to {1}", "{0}至{1}"},
        {"Client number", "客户编号"},
        {"Account", "账户"},
        {"Accounts", "账户"},
        {"Currency", "计价货币"},
        {"Valued on", "估值日"},
        {"Created", "制作日期"},
        {"Total value", "资产总值"},
        {"{0} in the period, time-weighted", "本期收益率 {0}（时间加权）"},
        {"(continued)", "（续）"},
        {"Page {0} of {1}", "第 {0} 页，共 {1} 页"},
        {"SIMULATED", "模拟"},
        {", ", "、"},

        {"Overview", "组合概览"},
        {"Your portfolio on {0}, in {1}", "{0}的组合，以 {1} 计价"},
        {"Result of the period", "本期损益"},
        {"after fees and taxes", "已扣除费用与税款"},
        {"Return of the period", "本期收益率"},
        {"time-weighted", "时间加权"},
        {"Since inception", "成立以来"},
        {"since {0}", "自{0}起"},
        {"a year, since {0}", "年化，自{0}起"},
        {"Value and contributions", "资产价值与净投入"},
        {"Value", "资产价值"},
        {"Net contributions", "净投入"},
        {"What changed", "价值变动"},
        {"Amount", "金额"},
        {"Value before {0}", "{0}之前的价值"},
        {"Deposits", "入金"},
        {"Withdrawals", "出金"},
        {"Dividends, coupons and interest", "股息、票息与利息"},
        {"Gains and losses from prices", "价格变动损益"},
        {"Gains and losses from exchange rates", "汇率变动损益"},
        {"Fees", "费用"},
        {"Taxes", "税款"},
        {"Value on {0}", "{0}的价值"},

        {"Allocation", "资产配置"},
        {"Asset class", "资产类别"},
        {"Share", "占比"},
        {"Cash", "现金"},
        {"Total", "合计"},

        {"Holdings", "持仓明细"},
        {"Positions by trade date on {0}", "{0}按成交日计算的持仓"},
        {"No securities are held.", "没有持有证券。"},
        {"Security", "证券"},
        {"Quantity", "数量"},
        {"Average cost", "平均成本"},
        {"Price", "价格"},
        {"price date", "价格日期"},
        {"Value", "市值"},
        {"Value in {0}", "市值（{0}）"},
        {"Gain in {0}", "浮动盈亏（{0}）"},
        {"of cost", "占成本"},
        {"Weight", "占比"},
        {"Total {0}", "{0}合计"},

        {"Performance", "投资业绩"},
        {"Since {0}, free of the effect of deposits and withdrawals", "自{0}起，剔除资金进出的影响"},
        {"No value has been recorded yet, so there is no performance to show.", "尚无估值记录，暂无业绩。"},
        {"This period", "本期"},
        {"Since inception", "成立以来"},
        {"Since inception, a year", "成立以来年化"},
        {"Money-weighted", "资金加权"},
        {"Largest fall", "最大回撤"},
        {"a year, XIRR", "年化，XIRR"},
        {"{0} to {1}", "{0}至{1}"},
        {"never below a former high", "从未低于前期高点"},
        {"shown after one year", "满一年后显示"},
        {"Monthly returns", "月度收益率"},
        {"Last {0} months", "最近 {0} 个月"},
        {"Year", "全年"},

        {"Cash", "现金"},
        {"Balances by trade date; pending amounts settle after {0}", "按成交日计算的余额；待交收金额于{0}之后交收"},
        {"No cash is held.", "没有持有现金。"},
        {"Currency", "货币"},
        {"Opening", "期初"},
        {"Closing", "期末"},
        {"Settled", "已交收"},
        {"Pending", "待交收"},
        {"Closing in {0}", "期末（{0}）"},
        {"Cash movements", "资金流水"},
        {"No cash moved in the period.", "本期没有资金变动。"},
        {"Booked", "记账日"},
        {"Settled", "交收日"},
        {"settles", "交收日"},
        {"Description", "摘要"},
        {"Balance", "余额"},
        {"Opening balance", "期初余额"},
        {"Closing balance", "期末余额"},

        {"Trades", "成交记录"},
        {"Trades between {0} and {1}, by account and currency", "{0}至{1}的成交，按账户与货币列示"},
        {"No trades were made in the period.", "本期没有成交。"},
        {"Trade date", "成交日"},
        {"Side", "方向"},
        {"Gross", "成交金额"},
        {"Net", "净额"},
        {"cash effect", "资金影响"},
        {"Buy", "买入"},
        {"Sell", "卖出"},

        {"Fees and taxes", "费用与税款"},
        {"No fees or taxes were charged in the period.", "本期没有收取费用或税款。"},
        {"Total fees", "费用合计"},
        {"Total taxes", "税款合计"},
        {"Total fees and taxes", "费用与税款合计"},
        {"Item", "项目"},

        {"Notes", "说明"},
        {"Exchange rates", "汇率"},
        {"Rate of", "汇率日期"},
        {"1 {0}", "1 {0}"},
        {"Positions and cash are shown by trade date. Securities are valued at the price and date printed in the row; a future is shown at the gain not yet settled.",
            "持仓与现金按成交日列示。证券按该行所示价格及日期估值；期货以尚未结算的盈亏列示。"},
        {"Average cost includes the costs of purchase. Gains are unrealised and before costs of sale; in the currency of the statement they compare with the cost at the exchange rates of the days of purchase.",
            "平均成本包含买入费用。盈亏为未实现盈亏，未扣除卖出费用；以对账单货币计算时，与买入日汇率下的成本比较。"},
        {"Returns are time-weighted: daily returns are linked, and a day's net contribution counts from the start of its day. They are after all fees and taxes charged to the accounts. Periods under one year are not annualised; a year has 365 days. The largest fall is that of the linked daily returns.",
            "收益率为时间加权：逐日收益率连乘，当日净投入自当日开始时计入。收益率已扣除账户承担的全部费用与税款。不足一年的期间不作年化，一年按 365 天计算。最大回撤按连乘后的逐日收益率计算。"},
        {"The money-weighted return (XIRR) is the yearly rate at which all contributions grow to the closing value, with actual days over 365.",
            "资金加权收益率（XIRR）是使全部净投入增长至期末价值的年利率，按实际天数除以 365 计算。"},
        {"Amounts are rounded to the smallest unit of their currency row by row; totals are sums of the rounded rows. Weights are rounded so that they add up to 100%.",
            "金额逐行舍入至货币最小单位，合计为各行之和。占比经调整后合计为 100%。"},
        {"Past performance is no promise of future results.", "过往业绩不代表未来表现。"},
        {"This book is a simulation. No order reached a market, no money moved, and the issuers may be invented.",
            "本账簿为模拟账簿：没有任何订单进入市场，没有任何资金转移，发行人亦可能为虚构。"},
    }};
    return table;
}

const std::array<LocalizedText, 8> kAssetClasses{{{"Equities", "股票"}, {"Bonds", "债券"}, {"Funds", "基金"}, {"Futures", "期货"},
    {"Options", "期权"}, {"Currencies", "外汇"}, {"Digital assets", "数字资产"}, {"Indices", "指数"}}};

const std::array<LocalizedText, kMovementKindCount> kMovements{{{"Deposit", "入金"}, {"Withdrawal", "出金"}, {"Purchase", "买入"},
    {"Sale", "卖出"}, {"Dividend", "股息"}, {"Coupon", "票息"}, {"Interest", "利息"}, {"Fee", "费用"}, {"Tax", "税款"},
    {"Exchange", "货币兑换"}, {"Futures settlement", "期货结算"}, {"Margin", "保证金"}, {"Correction", "更正"}}};

const std::array<LocalizedText, 12> kMonths{{{"Jan", "1月"}, {"Feb", "2月"}, {"Mar", "3月"}, {"Apr", "4月"}, {"May", "5月"}, {"Jun", "6月"},
    {"Jul", "7月"}, {"Aug", "8月"}, {"Sep", "9月"}, {"Oct", "10月"}, {"Nov", "11月"}, {"Dec", "12月"}}};

const std::array<LocalizedText, 12> kLongMonths{{{"January", "1月"}, {"February", "2月"}, {"March", "3月"}, {"April", "4月"}, {"May", "5月"},
    {"June", "6月"}, {"July", "7月"}, {"August", "8月"}, {"September", "9月"}, {"October", "10月"}, {"November", "11月"}, {"December", "12月"}}};

template <class Table>
const std::string& at(const Table& table, std::size_t index, Language language)
{
    RIALTO_CHECK(index < table.size(), "no such text");
    return table[index].in(language);
}

} // namespace

const std::string& text(Text key, Language language)
{
    return at(texts(), static_cast<std::size_t>(key), language);
}

std::string text(Text key, Language language, std::initializer_list<std::string> values)
{
    const std::string& pattern = text(key, language);
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
            RIALTO_CHECK(index < values.size(), "a placeholder of a report text has no value");
            out += values.begin()[index];
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

const std::string& assetClassText(AssetClass assetClass, Language language)
{
    return at(kAssetClasses, static_cast<std::size_t>(assetClass), language);
}

const std::string& movementText(MovementKind kind, Language language)
{
    return at(kMovements, static_cast<std::size_t>(kind), language);
}

const std::string& sideText(Side side, Language language)
{
    return text(side == Side::Buy ? Text::Buy : Text::Sell, language);
}

const std::string& monthText(unsigned month, Language language)
{
    return at(kMonths, month - 1, language);
}

const std::string& longMonthText(unsigned month, Language language)
{
    return at(kLongMonths, month - 1, language);
}

std::vector<LocalizedText> everyText()
{
    std::vector<LocalizedText> all(texts().begin(), texts().end());
    all.insert(all.end(), kAssetClasses.begin(), kAssetClasses.end());
    all.insert(all.end(), kMovements.begin(), kMovements.end());
    all.insert(all.end(), kMonths.begin(), kMonths.end());
    all.insert(all.end(), kLongMonths.begin(), kLongMonths.end());
    return all;
}

} // namespace rialto::reports
