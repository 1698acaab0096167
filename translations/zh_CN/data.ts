<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DataWorkspace</name>
    <message>
        <source>Imports so far</source>
        <translation>导入记录</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>时间（UTC）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>还没有导入</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Drop a file here, or write its path</source>
        <translation>把文件拖到这里，或写入路径</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns, when they are not found: {&quot;date&quot;: &quot;heading&quot;, &quot;close&quot;: 4}</source>
        <translation>找不到列时：{&quot;date&quot;: &quot;表头&quot;, &quot;close&quot;: 4}</translation>
    </message>
    <message>
        <source>Prices, ticks, statistics, filings, news or fixings</source>
        <translation>行情、逐笔、统计、公告、新闻或定价</translation>
    </message>
    <message>
        <source>What a file is, is found out from its content. It is checked first; nothing is stored before you say so.</source>
        <translation>文件类型由内容识别。先检查，经您确认后才存储。</translation>
    </message>
    <message>
        <source>What was assumed, repaired and refused</source>
        <translation>推断、修复与拒绝</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
</context>
<context>
    <name>QualityPanel</name>
    <message>
        <source>Quality of the stored series</source>
        <translation>已存序列的质量</translation>
    </message>
    <message>
        <source>Judging…</source>
        <translation>正在评判…</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>No daily series is stored</source>
        <translation>没有日线序列</translation>
    </message>
    <message>
        <source>QUARANTINE</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Release…</source>
        <translation>解除隔离…</translation>
    </message>
    <message>
        <source>Quarantine…</source>
        <translation>隔离…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why; it is kept with the decision</source>
        <translation>理由，将与决定一同保存</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Closes now and as they came</source>
        <translation>现收盘价与原始收盘价</translation>
    </message>
    <message>
        <source>About the series</source>
        <translation>关于该序列</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Proposed repairs</source>
        <translation>建议修复</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Apply all, as decisions</source>
        <translation>全部应用，记为决定</translation>
    </message>
    <message>
        <source>Undo the chosen one</source>
        <translation>撤销所选</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有发现</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Nothing that its own figures prove wrong</source>
        <translation>没有被自身数据证明有误的值</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Nothing was decided about this series</source>
        <translation>对该序列尚无决定</translation>
    </message>
</context>
<context>
    <name>rialto::data::DataModel</name>
    <message>
        <source>%1 bars written</source>
        <translation>已写入 %1 根</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>To</source>
        <translation>止</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>推断</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Stored: %1 new, %2 changed, %3 as they were.</source>
        <translation>已存储：新增 %1，更改 %2，未变 %3。</translation>
    </message>
    <message>
        <source>Nothing is stored yet. Look at it, then import.</source>
        <translation>尚未存储。请先查看，再导入。</translation>
    </message>
    <message>
        <source>in quarantine</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>cannot be judged</source>
        <translation>无法评判</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>可信</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>需查看</translation>
    </message>
    <message>
        <source>not to be trusted</source>
        <translation>不可信</translation>
    </message>
    <message>
        <source>, undone</source>
        <translation>，已撤销</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>原始</translation>
    </message>
</context>
</TS>
