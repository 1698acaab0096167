<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CandleChart</name>
    <message>
        <source>No bars for this instrument</source>
        <translation>该品种没有K线数据</translation>
    </message>
</context>
<context>
    <name>DepthChart</name>
    <message>
        <source>Market depth</source>
        <translation>市场深度</translation>
    </message>
    <message>
        <source>The book is empty</source>
        <translation>盘口为空</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>%1 d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分</translation>
    </message>
    <message>
        <source>%1 bars</source>
        <translation>%1根</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>No values yet</source>
        <translation>暂无数据</translation>
    </message>
</context>
<context>
    <name>rialto::charts::CandleChartItem</name>
    <message>
        <source>No bars</source>
        <translation>没有K线</translation>
    </message>
    <message>
        <source>%1, %2: open %3, high %4, low %5, close %6</source>
        <translation>%1，%2：开 %3，高 %4，低 %5，收 %6</translation>
    </message>
    <message>
        <source>O</source>
        <translation>开</translation>
    </message>
    <message>
        <source>H</source>
        <translation>高</translation>
    </message>
    <message>
        <source>L</source>
        <translation>低</translation>
    </message>
    <message>
        <source>C</source>
        <translation>收</translation>
    </message>
    <message>
        <source>Vol</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
</context>
</TS>
