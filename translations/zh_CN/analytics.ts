<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>AnalyticsWorkspace</name>
        <message>
            <source>Analytics</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Performance and risk</source>
            <translation>业绩与风险</translation>
        </message>
        <message>
            <source>Backtest</source>
            <translation>回测</translation>
        </message>
    </context>
    <context>
        <name>BacktestPage</name>
        <message>
            <source>Backtest</source>
            <translation>回测</translation>
        </message>
        <message>
            <source>Strategy</source>
            <translation>策略</translation>
        </message>
        <message>
            <source>Series</source>
            <translation>序列</translation>
        </message>
        <message>
            <source>Capital</source>
            <translation>资金</translation>
        </message>
        <message>
            <source>Running…</source>
            <translation>运行中…</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Save the tear sheet</source>
            <translation>保存回测报告</translation>
        </message>
        <message>
            <source>Choose a strategy and a series, then run it</source>
            <translation>请选择策略与序列，然后运行</translation>
        </message>
        <message>
            <source>Falls</source>
            <translation>回撤</translation>
        </message>
        <message>
            <source>Below the highest capital so far, %</source>
            <translation>相对资金历史高点，%</translation>
        </message>
        <message>
            <source>Round trips</source>
            <translation>完整交易</translation>
        </message>
        <message>
            <source>No round trips yet</source>
            <translation>尚无完整交易</translation>
        </message>
    </context>
    <context>
        <name>rialto::analysis::BacktestModel</name>
        <message>
            <source>Buy and hold</source>
            <translation>买入持有</translation>
        </message>
        <message>
            <source>Buys once and holds: what every other strategy must beat.</source>
            <translation>买入后一直持有：其他策略都必须胜过它。</translation>
        </message>
        <message>
            <source>Breakout of a channel</source>
            <translation>通道突破</translation>
        </message>
        <message>
            <source>Buys a close above the highest of the last closes, sells one below the lowest; sized by the average true range.</source>
            <translation>收盘价突破近期最高收盘时买入，跌破最低收盘时卖出；仓位按平均真实波幅确定。</translation>
        </message>
        <message>
            <source>Fixed weights</source>
            <translation>固定权重</translation>
        </message>
        <message>
            <source>Holds fixed shares and restores them when one has drifted out of its band.</source>
            <translation>按固定比例持有，偏离区间时恢复。</translation>
        </message>
        <message>
            <source>The strongest of many</source>
            <translation>强者轮动</translation>
        </message>
        <message>
            <source>Holds the series that rose most, and looks again every so many bars.</source>
            <translation>持有涨幅最大的品种，每隔若干根 K 线重新选择。</translation>
        </message>
        <message>
            <source>Relative strength, against the move</source>
            <translation>相对强弱反转</translation>
        </message>
        <message>
            <source>Buys when the relative strength index is low, sells when it is high.</source>
            <translation>相对强弱指标低时买入，高时卖出。</translation>
        </message>
        <message>
            <source>Crossing of two averages</source>
            <translation>均线交叉</translation>
        </message>
        <message>
            <source>Holds while the fast average is above the slow one.</source>
            <translation>快线高于慢线时持有。</translation>
        </message>
        <message>
            <source>share of the capital that is invested</source>
            <translation>投入资金的比例</translation>
        </message>
        <message>
            <source>closes of the upper edge</source>
            <translation>上轨的收盘根数</translation>
        </message>
        <message>
            <source>closes of the lower edge</source>
            <translation>下轨的收盘根数</translation>
        </message>
        <message>
            <source>bars of the average true range</source>
            <translation>平均真实波幅的根数</translation>
        </message>
        <message>
            <source>of equity, a range</source>
            <translation>每单位波幅占资金的比例</translation>
        </message>
        <message>
            <source>weight of the first series</source>
            <translation>第一个序列的权重</translation>
        </message>
        <message>
            <source>allowed drift of a weight</source>
            <translation>允许的权重偏离</translation>
        </message>
        <message>
            <source>bars over which the rise is measured</source>
            <translation>衡量涨幅的根数</translation>
        </message>
        <message>
            <source>bars between two looks</source>
            <translation>两次检查之间的根数</translation>
        </message>
        <message>
            <source>how many are held</source>
            <translation>持有个数</translation>
        </message>
        <message>
            <source>bars of the index</source>
            <translation>指标根数</translation>
        </message>
        <message>
            <source>buy below</source>
            <translation>低于此值买入</translation>
        </message>
        <message>
            <source>sell above</source>
            <translation>高于此值卖出</translation>
        </message>
        <message>
            <source>bars of the fast average</source>
            <translation>快线根数</translation>
        </message>
        <message>
            <source>bars of the slow average</source>
            <translation>慢线根数</translation>
        </message>
        <message>
            <source>sell short below; futures only</source>
            <translation>跌破时卖空；仅限期货</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>收益</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>累计</translation>
        </message>
        <message>
            <source>A year</source>
            <translation>年化</translation>
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
            <source>Volatility</source>
            <translation>波动率</translation>
        </message>
        <message>
            <source>Deepest fall</source>
            <translation>最大回撤</translation>
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
            <source>Exposure</source>
            <translation>平均仓位</translation>
        </message>
        <message>
            <source>Trades</source>
            <translation>交易</translation>
        </message>
        <message>
            <source>Round trips</source>
            <translation>完整交易</translation>
        </message>
        <message>
            <source>Won</source>
            <translation>胜率</translation>
        </message>
        <message>
            <source>Gains over losses</source>
            <translation>盈亏比</translation>
        </message>
        <message>
            <source>Costs</source>
            <translation>费用与税款</translation>
        </message>
        <message>
            <source>Turnover, times a year</source>
            <translation>换手，倍/年</translation>
        </message>
        <message>
            <source>Capital</source>
            <translation>资金</translation>
        </message>
        <message>
            <source>Below the peak</source>
            <translation>低于高点</translation>
        </message>
        <message>
            <source>Opened</source>
            <translation>开仓</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>平仓</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Largest</source>
            <translation>最大持仓</translation>
        </message>
        <message>
            <source>Invested</source>
            <translation>投入</translation>
        </message>
        <message>
            <source>Profit</source>
            <translation>盈亏</translation>
        </message>
        <message>
            <source>Bars</source>
            <translation>K 线数</translation>
        </message>
        <message>
            <source>still open</source>
            <translation>未平仓</translation>
        </message>
        <message>
            <source>long</source>
            <translation>多</translation>
        </message>
        <message>
            <source>short</source>
            <translation>空</translation>
        </message>
        <message numerus="yes">
            <source>Saved %n file(s) in %1.</source>
            <translation>
                <numerusform>已将 %n 个文件保存到 %1。</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PerformancePage</name>
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
