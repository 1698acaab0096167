<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>CashForm</name>
        <message>
            <source>Direction</source>
            <translation>方向</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>存入</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
    </context>
    <context>
        <name>CashModel</name>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Ccy</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>冻结</translation>
        </message>
        <message>
            <source>Not yet settled</source>
            <translation>未交收</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
    </context>
    <context>
        <name>ClientPage</name>
        <message>
            <source>Without %1: no rate or price.</source>
            <translation>未计入 %1：缺少汇率或价格。</translation>
        </message>
        <message>
            <source>Allocation by asset class</source>
            <translation>按资产类别配置</translation>
        </message>
        <message>
            <source>Holdings</source>
            <translation>持仓</translation>
        </message>
        <message>
            <source>Nothing is held</source>
            <translation>暂无持仓</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>No cash yet</source>
            <translation>暂无现金</translation>
        </message>
        <message>
            <source>Movements and trades</source>
            <translation>资金流水与交易</translation>
        </message>
        <message>
            <source>Nothing was booked yet</source>
            <translation>暂无记录</translation>
        </message>
    </context>
    <context>
        <name>ClientsModel</name>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账户数</translation>
        </message>
        <message>
            <source>Total value</source>
            <translation>总资产</translation>
        </message>
        <message>
            <source>Ccy</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Unrealised P&amp;L</source>
            <translation>浮动盈亏</translation>
        </message>
        <message>
            <source>Day change</source>
            <translation>当日盈亏</translation>
        </message>
    </context>
    <context>
        <name>MovementsModel</name>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Ccy</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Settles</source>
            <translation>交收日</translation>
        </message>
        <message>
            <source>Deposit</source>
            <translation>存入</translation>
        </message>
        <message>
            <source>Withdrawal</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>Sale</source>
            <translation>卖出</translation>
        </message>
        <message>
            <source>Purchase</source>
            <translation>买入</translation>
        </message>
        <message>
            <source>Dividend</source>
            <translation>股息</translation>
        </message>
        <message>
            <source>Interest</source>
            <translation>利息</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>结算</translation>
        </message>
        <message>
            <source>Corporate action</source>
            <translation>公司行动</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>更正</translation>
        </message>
    </context>
    <context>
        <name>NewClientForm</name>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文名</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Open client and account</source>
            <translation>开立客户和账户</translation>
        </message>
    </context>
    <context>
        <name>PortfolioWorkspace</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>No clients yet</source>
            <translation>暂无客户</translation>
        </message>
    </context>
    <context>
        <name>rialto::portfolio::MovementsModel</name>
        <message>
            <source>%1 %2 at %3</source>
            <translation>%1 %2 @ %3</translation>
        </message>
    </context>
    <context>
        <name>rialto::portfolio::PortfolioModel</name>
        <message>
            <source>%1 · client since %2</source>
            <translation>%1 · 开户日 %2</translation>
        </message>
        <message>
            <source>Total value</source>
            <translation>总资产</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Unrealised P&amp;L</source>
            <translation>浮动盈亏</translation>
        </message>
        <message>
            <source>Day change</source>
            <translation>当日盈亏</translation>
        </message>
        <message>
            <source>%1 withdrawn.</source>
            <translation>已取出 %1。</translation>
        </message>
        <message>
            <source>%1 deposited.</source>
            <translation>已存入 %1。</translation>
        </message>
        <message>
            <source>The client has no number. Enter one, such as C-1001.</source>
            <translation>客户没有编号。请输入，例如 C-1001。</translation>
        </message>
    </context>
</TS>
