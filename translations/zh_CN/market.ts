<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AssetClass</name>
    <message>
        <source>Equity</source>
        <translation>股票</translation>
    </message>
    <message>
        <source>Bond</source>
        <translation>债券</translation>
    </message>
    <message>
        <source>Fund</source>
        <translation>基金</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>期货</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>期权</translation>
    </message>
    <message>
        <source>Currency pair</source>
        <translation>外汇</translation>
    </message>
    <message>
        <source>Digital asset</source>
        <translation>数字资产</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指数</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Interval of the bars</source>
        <translation>K线周期</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>Candles</source>
        <translation>蜡烛</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>竹线</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>折线</translation>
    </message>
    <message>
        <source>More bars</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fewer bars</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>To the newest bar</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Loading bars</source>
        <translation>正在读取K线</translation>
    </message>
    <message>
        <source>No trade in this interval yet</source>
        <translation>该周期尚无成交</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Add and change indicators</source>
        <translation>添加和修改指标</translation>
    </message>
    <message>
        <source>Compare with another symbol</source>
        <translation>与其他代码比较</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Price axis</source>
        <translation>价格轴</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>How prices are written</source>
        <translation>价格写法</translation>
    </message>
    <message>
        <source>1.00</source>
        <translation>1.00</translation>
    </message>
    <message>
        <source>1/8</source>
        <translation>1/8</translation>
    </message>
    <message>
        <source>1/32</source>
        <translation>1/32</translation>
    </message>
    <message>
        <source>1/64</source>
        <translation>1/64</translation>
    </message>
    <message>
        <source>Text on the chart</source>
        <translation>图上的文字</translation>
    </message>
</context>
<context>
    <name>DepthPanel</name>
    <message>
        <source>Depth</source>
        <translation>盘口</translation>
    </message>
    <message>
        <source>Spread %1</source>
        <translation>价差 %1</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>买价</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>卖价</translation>
    </message>
    <message>
        <source>No orders to show</source>
        <translation>暂无挂单</translation>
    </message>
</context>
<context>
    <name>DrawingStrip</name>
    <message>
        <source>Select and move (Escape)</source>
        <translation>选择与移动（Esc）</translation>
    </message>
    <message>
        <source>Trend line (Alt+T)</source>
        <translation>趋势线（Alt+T）</translation>
    </message>
    <message>
        <source>Ray (Alt+R)</source>
        <translation>射线（Alt+R）</translation>
    </message>
    <message>
        <source>Horizontal level (Alt+H)</source>
        <translation>水平线（Alt+H）</translation>
    </message>
    <message>
        <source>Channel (Alt+C)</source>
        <translation>通道（Alt+C）</translation>
    </message>
    <message>
        <source>Fibonacci levels (Alt+F)</source>
        <translation>斐波那契（Alt+F）</translation>
    </message>
    <message>
        <source>Rectangle (Alt+B)</source>
        <translation>矩形（Alt+B）</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Measure (drag with Shift for a passing one)</source>
        <translation>测量（按住Shift拖动为临时测量）</translation>
    </message>
    <message>
        <source>Drawing tools</source>
        <translation>画线工具</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>重做（Ctrl+Y）</translation>
    </message>
    <message>
        <source>Remove the selected drawing (Delete)</source>
        <translation>删除所选图形（Delete）</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>删除全部图形</translation>
    </message>
</context>
<context>
    <name>QuoteHeader</name>
    <message>
        <source>Sell</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Sell at the bid or better (Alt+S)</source>
        <translation>以买价或更优价卖出（Alt+S）</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>Buy at the ask or better (Alt+B)</source>
        <translation>以卖价或更优价买入（Alt+B）</translation>
    </message>
</context>
<context>
    <name>StudiesPopover</name>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Find an indicator</source>
        <translation>查找指标</translation>
    </message>
    <message>
        <source>Name, such as RSI or Bollinger</source>
        <translation>名称，如 RSI 或 布林</translation>
    </message>
    <message>
        <source>On the chart</source>
        <translation>图上</translation>
    </message>
    <message>
        <source>None yet. A press on a name adds it.</source>
        <translation>还没有。点按名称即可添加。</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Remove from the chart</source>
        <translation>从图上移除</translation>
    </message>
</context>
<context>
    <name>TapeModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>方向</translation>
    </message>
</context>
<context>
    <name>TapePanel</name>
    <message>
        <source>Time and sales</source>
        <translation>逐笔成交</translation>
    </message>
    <message>
        <source>No trade yet</source>
        <translation>尚无成交</translation>
    </message>
    <message>
        <source>Trades appear here as they happen.</source>
        <translation>成交后即时显示在这里。</translation>
    </message>
</context>
<context>
    <name>WatchlistModel</name>
    <message>
        <source>Symbol</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>涨跌</translation>
    </message>
    <message>
        <source>%</source>
        <translation>涨幅</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>买价</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>卖价</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>High</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>走势</translation>
    </message>
</context>
<context>
    <name>WatchlistPanel</name>
    <message>
        <source>Watchlist</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>1 instrument</source>
        <translation>1 个品种</translation>
    </message>
    <message>
        <source>%1 instruments</source>
        <translation>%1 个品种</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the watchlist</source>
        <translation>筛选自选</translation>
    </message>
    <message>
        <source>Add a symbol</source>
        <translation>添加代码</translation>
    </message>
    <message>
        <source>Take the chosen symbol off the list</source>
        <translation>移除所选代码</translation>
    </message>
    <message>
        <source>No instrument matches</source>
        <translation>没有匹配的品种</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出自选</translation>
    </message>
</context>
<context>
    <name>rialto::ChartModel</name>
    <message>
        <source>1m</source>
        <translation>1分</translation>
    </message>
    <message>
        <source>5m</source>
        <translation>5分</translation>
    </message>
    <message>
        <source>1h</source>
        <translation>1时</translation>
    </message>
    <message>
        <source>1D</source>
        <translation>日K</translation>
    </message>
</context>
<context>
    <name>rialto::ChartTools</name>
    <message>
        <source>Bought %1 at %2</source>
        <translation>买入 %1 @ %2</translation>
    </message>
    <message>
        <source>Sold %1 at %2</source>
        <translation>卖出 %1 @ %2</translation>
    </message>
</context>
<context>
    <name>rialto::QuoteModel</name>
    <message>
        <source>Open</source>
        <translation>今开</translation>
    </message>
    <message>
        <source>High</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Prev close</source>
        <translation>昨收</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>成交量</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>笔数</translation>
    </message>
</context>
<context>
    <name>rialto::TapeModel</name>
    <message>
        <source>Buy</source>
        <comment>who took</comment>
        <translation>买入</translation>
    </message>
    <message>
        <source>Sell</source>
        <comment>who took</comment>
        <translation>卖出</translation>
    </message>
</context>
<context>
    <name>rialto::DepthModel</name>
    <message>
        <source>%1: about %2 of %3 before it</source>
        <translation>%1：前面约 %2（同价位共 %3）</translation>
    </message>
</context>
</TS>
