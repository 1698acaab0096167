<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>MarketSettings</name>
        <message>
            <source>Market</source>
            <translation>市场</translation>
        </message>
        <message>
            <source>Venue</source>
            <translation>交易场所</translation>
        </message>
        <message>
            <source>Instrument</source>
            <translation>品种</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>随机种子</translation>
        </message>
        <message>
            <source>For a new market, and for a branch</source>
            <translation>用于新市场和分支</translation>
        </message>
        <message>
            <source>New market</source>
            <translation>新建市场</translation>
        </message>
        <message>
            <source>Agents, of usual</source>
            <translation>参与者（相对常态）</translation>
        </message>
        <message>
            <source>Lines and faults</source>
            <translation>线路与故障</translation>
        </message>
    </context>
    <context>
        <name>TimelinePanel</name>
        <message>
            <source>Timelines</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>SIM</source>
            <translation>模拟</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>单步</translation>
        </message>
        <message>
            <source>One minute</source>
            <translation>一分钟</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>Auction and resume</source>
            <translation>集合竞价并复牌</translation>
        </message>
        <message>
            <source>Halt</source>
            <translation>停牌</translation>
        </message>
        <message>
            <source>Last price of each timeline</source>
            <translation>各时间线的最新价</translation>
        </message>
        <message>
            <source>Moment</source>
            <translation>时刻</translation>
        </message>
        <message>
            <source>Rewind</source>
            <translation>回退</translation>
        </message>
        <message>
            <source>The timeline goes on from this moment; what came after is forgotten</source>
            <translation>时间线从此刻重新开始，之后的内容将丢弃</translation>
        </message>
        <message>
            <source>Branch</source>
            <translation>分支</translation>
        </message>
        <message>
            <source>A second timeline from this moment, with the settings at the left</source>
            <translation>从此刻按左侧设置开出另一条时间线</translation>
        </message>
    </context>
    <context>
        <name>TimelineTable</name>
        <message>
            <source>Timelines side by side</source>
            <translation>时间线对照</translation>
        </message>
    </context>
    <context>
        <name>LabBook</name>
        <message>
            <source>Book</source>
            <translation>盘口</translation>
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
            <source>Join the bid</source>
            <translation>挂买一</translation>
        </message>
        <message>
            <source>Join the ask</source>
            <translation>挂卖一</translation>
        </message>
        <message>
            <source>A limit order to buy a hundred lots at the best bid</source>
            <translation>按买一价限价买入一百手</translation>
        </message>
        <message>
            <source>A limit order to sell a hundred lots at the best ask</source>
            <translation>按卖一价限价卖出一百手</translation>
        </message>
        <message>
            <source>Buy at market</source>
            <translation>市价买入</translation>
        </message>
        <message>
            <source>Sell at market</source>
            <translation>市价卖出</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>撤单</translation>
        </message>
        <message>
            <source>No orders of your own</source>
            <translation>没有自己的委托</translation>
        </message>
        <message>
            <source>Join a price and see your place in its queue.</source>
            <translation>挂单后可查看排队位置。</translation>
        </message>
    </context>
    <context>
        <name>rialto::simulation::SimulatorModel</name>
        <message>
            <source>1 min/s</source>
            <translation>1 分钟/秒</translation>
        </message>
        <message>
            <source>5 min/s</source>
            <translation>5 分钟/秒</translation>
        </message>
        <message>
            <source>30 min/s</source>
            <translation>30 分钟/秒</translation>
        </message>
        <message>
            <source>Fastest</source>
            <translation>最快</translation>
        </message>
        <message>
            <source>Market makers</source>
            <translation>做市商</translation>
        </message>
        <message>
            <source>Noise traders</source>
            <translation>噪声交易者</translation>
        </message>
        <message>
            <source>Trend followers</source>
            <translation>趋势交易者</translation>
        </message>
        <message>
            <source>Large orders</source>
            <translation>大单</translation>
        </message>
        <message>
            <source>Order latency</source>
            <translation>下单延迟</translation>
        </message>
        <message>
            <source>Cancel latency</source>
            <translation>撤单延迟</translation>
        </message>
        <message>
            <source>Jitter</source>
            <translation>抖动</translation>
        </message>
        <message>
            <source>Rejected orders</source>
            <translation>拒单</translation>
        </message>
        <message>
            <source>Lost messages</source>
            <translation>丢失消息</translation>
        </message>
        <message>
            <source>Lost reports</source>
            <translation>丢失回报</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>正在开市…</translation>
        </message>
        <message>
            <source>Continuous trading</source>
            <translation>连续竞价</translation>
        </message>
        <message>
            <source>Halted: nothing would trade in an auction</source>
            <translation>停牌：集合竞价无成交</translation>
        </message>
        <message>
            <source>Halted: an auction would trade %1 at %2</source>
            <translation>停牌：集合竞价将以 %2 成交 %1</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>起点</translation>
        </message>
        <message>
            <source>Step %1 · %2 · %3</source>
            <translation>第 %1 步 · %2 · %3</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Branched</source>
            <translation>分支于</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>步数</translation>
        </message>
        <message>
            <source>Last</source>
            <translation>最新价</translation>
        </message>
        <message>
            <source>Against A</source>
            <translation>相对 A</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>成交量</translation>
        </message>
        <message>
            <source>Trades</source>
            <translation>成交笔数</translation>
        </message>
        <message>
            <source>Differs at</source>
            <translation>首个差异</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Buy %1 of %2 at %3</source>
            <translation>买入 %1 / %2，价格 %3</translation>
        </message>
        <message>
            <source>Sell %1 of %2 at %3</source>
            <translation>卖出 %1 / %2，价格 %3</translation>
        </message>
        <message>
            <source>market</source>
            <translation>市价</translation>
        </message>
        <message>
            <source>On its way, or unanswered</source>
            <translation>在途或未应答</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>全部成交</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已撤</translation>
        </message>
        <message>
            <source>%1 of %2 at its price stand before it</source>
            <translation>同价位 %2 中有 %1 排在前面</translation>
        </message>
    </context>
</TS>
