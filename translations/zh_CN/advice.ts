<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>AdviceWorkspace</name>
        <message>
            <source>Advice</source>
            <translation>投资建议</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>风险类型</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>容忍区间</translation>
        </message>
        <message>
            <source>How far a weight may drift before it is traded</source>
            <translation>占比偏离多少才调整</translation>
        </message>
        <message>
            <source>Tax, short</source>
            <translation>短期税率</translation>
        </message>
        <message>
            <source>Per cents between 0 and 100</source>
            <translation>0 至 100 之间的百分数</translation>
        </message>
        <message>
            <source>Tax on gains of at most a year</source>
            <translation>持有不超过一年的收益税率</translation>
        </message>
        <message>
            <source>Tax, long</source>
            <translation>长期税率</translation>
        </message>
        <message>
            <source>Tax on gains of more than a year</source>
            <translation>持有超过一年的收益税率</translation>
        </message>
        <message>
            <source>Computing…</source>
            <translation>正在计算…</translation>
        </message>
        <message>
            <source>Suitability</source>
            <translation>适当性</translation>
        </message>
        <message>
            <source>After the proposal: %1</source>
            <translation>建议之后：%1</translation>
        </message>
        <message>
            <source>Proposal as a document</source>
            <translation>生成建议书</translation>
        </message>
        <message>
            <source>The document follows the client's assessed profile</source>
            <translation>建议书依据客户已评估的风险类型</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Losses to harvest</source>
            <translation>可实现亏损</translation>
        </message>
        <message>
            <source>Questionnaire</source>
            <translation>问卷</translation>
        </message>
    </context>
    <context>
        <name>ProposalPage</name>
        <message>
            <source>Weights</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Computing…</source>
            <translation>正在计算…</translation>
        </message>
        <message>
            <source>No proposal</source>
            <translation>暂无建议</translation>
        </message>
        <message>
            <source>Trades and why</source>
            <translation>交易与理由</translation>
        </message>
    </context>
    <context>
        <name>HarvestPage</name>
        <message>
            <source>Losses to harvest</source>
            <translation>可实现亏损</translation>
        </message>
        <message>
            <source>Computing…</source>
            <translation>正在计算…</translation>
        </message>
        <message>
            <source>No losses to harvest</source>
            <translation>没有可实现的亏损</translation>
        </message>
    </context>
    <context>
        <name>QuestionnairePage</name>
        <message>
            <source>Use this profile</source>
            <translation>使用此风险类型</translation>
        </message>
    </context>
    <context>
        <name>rialto::advising::AdviceModel</name>
        <message>
            <source>As assessed</source>
            <translation>按评估结果</translation>
        </message>
        <message>
            <source>score %1</source>
            <translation>评分 %1</translation>
        </message>
        <message>
            <source>Left as they are: %1.</source>
            <translation>保持不变：%1。</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>持仓</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>市值</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>Drift</source>
            <translation>偏离</translation>
        </message>
        <message>
            <source>After</source>
            <translation>调整后</translation>
        </message>
        <message>
            <source>Band</source>
            <translation>区间</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>outside</source>
            <translation>超出区间</translation>
        </message>
        <message>
            <source>not in the model</source>
            <translation>不在模型中</translation>
        </message>
        <message>
            <source>Lot</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Acquired</source>
            <translation>买入日</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>亏损</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>可抵扣</translation>
        </message>
        <message>
            <source>Saves</source>
            <translation>节税</translation>
        </message>
        <message>
            <source>long-term</source>
            <translation>长期</translation>
        </message>
        <message>
            <source>short-term</source>
            <translation>短期</translation>
        </message>
        <message>
            <source>what you can bear</source>
            <translation>承受能力</translation>
        </message>
        <message>
            <source>what you want</source>
            <translation>投资意愿</translation>
        </message>
        <message>
            <source>%1: tolerance %2, capacity %3</source>
            <translation>%1：意愿 %2，承受能力 %3</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s) are open</source>
            <translation>
                <numerusform>还有 %n 题未回答</numerusform>
            </translation>
        </message>
    </context>
</TS>
