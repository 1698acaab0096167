<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>FillsModel</name>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Execution</source>
            <translation>成交号</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>委托号</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>成交额</translation>
        </message>
        <message>
            <source>Ccy</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>手续费</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税费</translation>
        </message>
        <message>
            <source>Settles</source>
            <translation>交收日</translation>
        </message>
    </context>
    <context>
        <name>FillsPanel</name>
        <message>
            <source>Fills</source>
            <translation>成交</translation>
        </message>
        <message>
            <source>No fills yet</source>
            <translation>暂无成交</translation>
        </message>
        <message>
            <source>Each execution appears here with its fee, tax and settlement day.</source>
            <translation>每笔成交及其费用、税费和交收日显示在此。</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>OrderTicket</name>
        <message>
            <source>Order</source>
            <translation>下单</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Symbol or name</source>
            <translation>代码或名称</translation>
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
            <source>Last</source>
            <translation>最新</translation>
        </message>
        <message>
            <source>Take the price %1 %2</source>
            <translation>使用价格 %1 %2</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Enter a quantity</source>
            <translation>按数量下单</translation>
        </message>
        <message>
            <source>Enter a cash amount</source>
            <translation>按金额下单</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限价</translation>
        </message>
        <message>
            <source>Limit price</source>
            <translation>限价</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>时效</translation>
        </message>
        <message>
            <source>Time in force</source>
            <translation>委托时效</translation>
        </message>
        <message>
            <source>Check before you send</source>
            <translation>发送前请核对</translation>
        </message>
        <message>
            <source>Send this symbol without asking</source>
            <translation>此代码不再询问</translation>
        </message>
        <message>
            <source>Ctrl+Enter</source>
            <translation>Ctrl+Enter</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
    </context>
    <context>
        <name>OrderWords</name>
        <message>
            <source>Buy</source>
            <translation>买入</translation>
        </message>
        <message>
            <source>Sell</source>
            <translation>卖出</translation>
        </message>
        <message>
            <source>Market</source>
            <translation>市价</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限价</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>当日</translation>
        </message>
        <message>
            <source>GTC</source>
            <translation>长期</translation>
        </message>
        <message>
            <source>IOC</source>
            <translation>IOC</translation>
        </message>
        <message>
            <source>FOK</source>
            <translation>FOK</translation>
        </message>
        <message>
            <source>Good for the day</source>
            <translation>当日有效</translation>
        </message>
        <message>
            <source>Good till cancelled</source>
            <translation>撤销前有效</translation>
        </message>
        <message>
            <source>At once, cancel the rest</source>
            <translation>立即成交，剩余撤销</translation>
        </message>
        <message>
            <source>At once and whole, or not at all</source>
            <translation>立即全部成交，否则撤销</translation>
        </message>
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
            <translation>货币对</translation>
        </message>
        <message>
            <source>Digital asset</source>
            <translation>数字资产</translation>
        </message>
        <message>
            <source>Index</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>发送中</translation>
        </message>
        <message>
            <source>Part filled</source>
            <translation>部分成交</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>已报</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>撤单中</translation>
        </message>
        <message>
            <source>Changing</source>
            <translation>改单中</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>已成交</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已撤单</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Asking broker</source>
            <translation>查询中</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>止损</translation>
        </message>
        <message>
            <source>Stop limit</source>
            <translation>止损限价</translation>
        </message>
        <message>
            <source>Trailing stop</source>
            <translation>跟踪止损</translation>
        </message>
        <message>
            <source>Trailing stop limit</source>
            <translation>跟踪止损限价</translation>
        </message>
        <message>
            <source>Market if touched</source>
            <translation>触价市价</translation>
        </message>
        <message>
            <source>Limit if touched</source>
            <translation>触价限价</translation>
        </message>
        <message>
            <source>Market to limit</source>
            <translation>市价转限价</translation>
        </message>
        <message>
            <source>Pegged</source>
            <translation>盯价</translation>
        </message>
        <message>
            <source>GTD</source>
            <translation>GTD</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>开盘</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>收盘</translation>
        </message>
        <message>
            <source>Good till a day</source>
            <translation>指定日前有效</translation>
        </message>
        <message>
            <source>At the open</source>
            <translation>开盘时</translation>
        </message>
        <message>
            <source>At the close</source>
            <translation>收盘时</translation>
        </message>
        <message>
            <source>Held here</source>
            <translation>本机等待</translation>
        </message>
    </context>
    <context>
        <name>OrdersModel</name>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>委托号</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>TIF</source>
            <translation>时效</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>已成交</translation>
        </message>
        <message>
            <source>Leaves</source>
            <translation>未成交</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限价</translation>
        </message>
        <message>
            <source>Avg price</source>
            <translation>成交均价</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
    </context>
    <context>
        <name>OrdersPanel</name>
        <message>
            <source>Orders</source>
            <translation>委托</translation>
        </message>
        <message>
            <source>Which orders</source>
            <translation>显示哪些委托</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Working</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>有成交</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>被拒</translation>
        </message>
        <message>
            <source>Cancel selected</source>
            <translation>撤销所选</translation>
        </message>
        <message>
            <source>Cancel all</source>
            <translation>全部撤单</translation>
        </message>
        <message>
            <source>No orders yet</source>
            <translation>暂无委托</translation>
        </message>
        <message>
            <source>No such orders</source>
            <translation>没有符合的委托</translation>
        </message>
        <message>
            <source>Orders appear here as soon as the book holds them.</source>
            <translation>委托写入账簿后立即显示在此。</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>改单…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>撤单</translation>
        </message>
        <message>
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Ctrl+C</source>
            <translation>Ctrl+C</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>限价</translation>
        </message>
        <message>
            <source>Limit price</source>
            <translation>限价</translation>
        </message>
        <message>
            <source>Change order</source>
            <translation>修改委托</translation>
        </message>
        <message>
            <source>Leave as it is</source>
            <translation>保持不变</translation>
        </message>
    </context>
    <context>
        <name>PositionTotals</name>
        <message>
            <source>Market value</source>
            <translation>市值</translation>
        </message>
        <message>
            <source>Unrealised P&amp;L</source>
            <translation>浮动盈亏</translation>
        </message>
        <message>
            <source>P&amp;L %</source>
            <translation>盈亏比例</translation>
        </message>
        <message>
            <source>Realised</source>
            <translation>已实现盈亏</translation>
        </message>
        <message>
            <source>No rate to %1 for %2: not in the sum.</source>
            <translation>没有 %2 兑 %1 的汇率，未计入合计。</translation>
        </message>
    </context>
    <context>
        <name>PositionsModel</name>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Symbol</source>
            <translation>代码</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Avg cost</source>
            <translation>成本价</translation>
        </message>
        <message>
            <source>Mark</source>
            <translation>现价</translation>
        </message>
        <message>
            <source>Market value</source>
            <translation>市值</translation>
        </message>
        <message>
            <source>Ccy</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Unrealised P&amp;L</source>
            <translation>浮动盈亏</translation>
        </message>
        <message>
            <source>P&amp;L %</source>
            <translation>盈亏比例</translation>
        </message>
        <message>
            <source>Realised</source>
            <translation>已实现盈亏</translation>
        </message>
        <message>
            <source>Value in base</source>
            <translation>本币市值</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>占比</translation>
        </message>
    </context>
    <context>
        <name>PositionsPanel</name>
        <message>
            <source>Positions</source>
            <translation>持仓</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>含已清仓</translation>
        </message>
        <message>
            <source>Nothing is held</source>
            <translation>暂无持仓</translation>
        </message>
        <message>
            <source>A position appears with the first fill.</source>
            <translation>首笔成交后显示持仓。</translation>
        </message>
    </context>
    <context>
        <name>TableExportButton</name>
        <message>
            <source>Save what is shown as CSV</source>
            <translation>将当前显示内容保存为 CSV</translation>
        </message>
    </context>
    <context>
        <name>rialto::trading::OrderTicketModel</name>
        <message>
            <source>%1 · %2 · tick %3 · lot %4</source>
            <translation>%1 · %2 · 最小价位 %3 · 最小数量 %4</translation>
        </message>
        <message>
            <source>= %1, before fees</source>
            <translation>= %1（未含费用）</translation>
        </message>
        <message>
            <source>Estimated cost</source>
            <translation>预计成本</translation>
        </message>
        <message>
            <source>Estimated proceeds</source>
            <translation>预计所得</translation>
        </message>
        <message>
            <source>Set aside with fees</source>
            <translation>冻结金额（含费用）</translation>
        </message>
        <message>
            <source>Available before</source>
            <translation>下单前可用</translation>
        </message>
        <message>
            <source>Available after</source>
            <translation>下单后可用</translation>
        </message>
        <message>
            <source>Available cash</source>
            <translation>可用资金</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>持仓</translation>
        </message>
        <message>
            <source>at the market</source>
            <translation>市价</translation>
        </message>
        <message>
            <source>at %1 or better</source>
            <translation>%1 或更优</translation>
        </message>
        <message>
            <source>%1 %2 %3 %4 · %5 · for %6</source>
            <translation>%1 %2 %3，%4 · %5 · 账户 %6</translation>
        </message>
        <message>
            <source>Sending…</source>
            <translation>发送中…</translation>
        </message>
        <message>
            <source>Confirm: buy %1</source>
            <translation>确认买入 %1</translation>
        </message>
        <message>
            <source>Confirm: sell %1</source>
            <translation>确认卖出 %1</translation>
        </message>
        <message>
            <source>Buy %1 again</source>
            <translation>再次买入 %1</translation>
        </message>
        <message>
            <source>Sell %1 again</source>
            <translation>再次卖出 %1</translation>
        </message>
        <message>
            <source>Buy %1</source>
            <translation>买入 %1</translation>
        </message>
        <message>
            <source>Sell %1</source>
            <translation>卖出 %1</translation>
        </message>
        <message>
            <source>%1 sent</source>
            <translation>%1 已发送</translation>
        </message>
        <message>
            <source>%1 of %2 at %3</source>
            <translation>成交 %1 / %2，均价 %3</translation>
        </message>
    </context>
    <context>
        <name>rialto::trading::OrdersModel</name>
        <message>
            <source>Change %1: %2 %3</source>
            <translation>修改 %1：%2 %3</translation>
        </message>
    </context>
    <context>
        <name>rialto::trading::PositionsModel</name>
        <message>
            <source>All in %1</source>
            <translation>合计（%1）</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>全部账户</translation>
        </message>
    </context>
    <context>
        <name>rialto::trading::TableExport</name>
        <message>
            <source>There is nothing to save.</source>
            <translation>没有可保存的内容。</translation>
        </message>
        <message numerus="yes">
            <source>Saved %n row(s) in %1.</source>
            <translation>
                <numerusform>已将 %n 行保存到 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 could not be written. Check that the folder may be written and the disk has room.</source>
            <translation>无法写入 %1。请检查文件夹权限和磁盘空间。</translation>
        </message>
    </context>
</TS>
