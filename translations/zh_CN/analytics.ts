<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>AnalyticsWorkspace</name>
        <message>
            <source>Performance and risk</source>
            <translation>业绩与风险</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Computing…</source>
            <translation>计算中…</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>增长</translation>
        </message>
        <message>
            <source>Return since the first day of the period, %</source>
            <translation>自期初以来的收益，%</translation>
        </message>
        <message>
            <source>Falls</source>
            <translation>回撤</translation>
        </message>
        <message>
            <source>Below the highest value so far, %</source>
            <translation>低于此前最高值，%</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>各月</translation>
        </message>
        <message>
            <source>Daily returns</source>
            <translation>日收益</translation>
        </message>
        <message>
            <source>Days by their return, %</source>
            <translation>按收益分布的天数，%</translation>
        </message>
    </context>
    <context>
        <name>ReturnBars</name>
        <message>
            <source>Daily returns</source>
            <translation>日收益</translation>
        </message>
        <message>
            <source>No values yet</source>
            <translation>暂无数据</translation>
        </message>
    </context>
    <context>
        <name>MonthGrid</name>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>Jan</source>
            <translation>1月</translation>
        </message>
        <message>
            <source>Feb</source>
            <translation>2月</translation>
        </message>
        <message>
            <source>Mar</source>
            <translation>3月</translation>
        </message>
        <message>
            <source>Apr</source>
            <translation>4月</translation>
        </message>
        <message>
            <source>May</source>
            <translation>5月</translation>
        </message>
        <message>
            <source>Jun</source>
            <translation>6月</translation>
        </message>
        <message>
            <source>Jul</source>
            <translation>7月</translation>
        </message>
        <message>
            <source>Aug</source>
            <translation>8月</translation>
        </message>
        <message>
            <source>Sep</source>
            <translation>9月</translation>
        </message>
        <message>
            <source>Oct</source>
            <translation>10月</translation>
        </message>
        <message>
            <source>Nov</source>
            <translation>11月</translation>
        </message>
        <message>
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <source>Whole</source>
            <translation>全年</translation>
        </message>
        <message>
            <source>Returns by month</source>
            <translation>各月收益</translation>
        </message>
    </context>
    <context>
        <name>rialto::analysis::AnalyticsModel</name>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>One year</source>
            <translation>近一年</translation>
        </message>
        <message>
            <source>Since the beginning</source>
            <translation>自开户以来</translation>
        </message>
        <message>
            <source>There are too few days to say anything yet.</source>
            <translation>天数太少，尚无法评价。</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>收益</translation>
        </message>
        <message>
            <source>Time-weighted by the day, before tax on gains; money-weighted since the book's first day.</source>
            <translation>按日时间加权，未计资本利得税；资金加权自开户首日起。</translation>
        </message>
        <message>
            <source>Of the period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>A year</source>
            <translation>年化</translation>
        </message>
        <message>
            <source>Money-weighted, a year</source>
            <translation>资金加权年化</translation>
        </message>
        <message>
            <source>Gaining months</source>
            <translation>上涨月份占比</translation>
        </message>
        <message>
            <source>Best day</source>
            <translation>最佳单日</translation>
        </message>
        <message>
            <source>Worst day</source>
            <translation>最差单日</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Deviations a year, from trading days. Value at risk: of the days that were, 95 %, one day.</source>
            <translation>波动按交易日年化。在险价值：历史法，95 %，一日。</translation>
        </message>
        <message>
            <source>Volatility</source>
            <translation>波动率</translation>
        </message>
        <message>
            <source>Downside deviation</source>
            <translation>下行偏差</translation>
        </message>
        <message>
            <source>Deepest fall</source>
            <translation>最大回撤</translation>
        </message>
        <message>
            <source>Value at risk</source>
            <translation>在险价值</translation>
        </message>
        <message>
            <source>Expected shortfall</source>
            <translation>预期亏损</translation>
        </message>
        <message>
            <source>Ratios</source>
            <translation>比率</translation>
        </message>
        <message>
            <source>Return over risk; the risk-free rate is taken as zero.</source>
            <translation>收益与风险之比；无风险利率取零。</translation>
        </message>
        <message>
            <source>Sharpe</source>
            <translation>夏普</translation>
        </message>
        <message>
            <source>Sortino</source>
            <translation>索提诺</translation>
        </message>
        <message>
            <source>Calmar</source>
            <translation>卡玛</translation>
        </message>
        <message>
            <source>Below the peak</source>
            <translation>低于峰值</translation>
        </message>
        <message>
            <source>%1 to %2, made up on %3</source>
            <translation>%1 至 %2，%3 收复</translation>
        </message>
        <message>
            <source>%1 to %2, not made up yet</source>
            <translation>%1 至 %2，尚未收复</translation>
        </message>
        <message>
            <source>%1 trading days</source>
            <translation>%1 个交易日</translation>
        </message>
    </context>
</TS>
