<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>ClientsWorkspace</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Looking at every client…</source>
            <translation>正在查看所有客户…</translation>
        </message>
        <message>
            <source>No clients yet</source>
            <translation>还没有客户</translation>
        </message>
    </context>
    <context>
        <name>PartyPage</name>
        <message>
            <source>Risk rating</source>
            <translation>风险评级</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>低</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>中</translation>
        </message>
        <message>
            <source>High</source>
            <translation>高</translation>
        </message>
        <message>
            <source>Record review</source>
            <translation>登记审查</translation>
        </message>
        <message>
            <source>The review was done today; the next one is in three, two or one years</source>
            <translation>今天已完成审查；下次审查在三年、两年或一年后</translation>
        </message>
        <message>
            <source>Choose a client</source>
            <translation>请选择客户</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>概况</translation>
        </message>
        <message>
            <source>Know your customer</source>
            <translation>尽职调查</translation>
        </message>
        <message>
            <source>Ownership</source>
            <translation>所有权</translation>
        </message>
        <message>
            <source>Mandate rules</source>
            <translation>投资约束</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>证件文件</translation>
        </message>
        <message>
            <source>Fees</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>完成：%1</translation>
        </message>
        <message>
            <source>Holdings, USD</source>
            <translation>持仓（美元）</translation>
        </message>
    </context>
    <context>
        <name>ApprovalsPanel</name>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <translation>%1 项待审批</translation>
        </message>
        <message>
            <source>Nothing waits for approval</source>
            <translation>没有待审批事项</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Approve: %1</source>
            <translation>批准：%1</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Refuse: %1</source>
            <translation>拒绝：%1</translation>
        </message>
    </context>
    <context>
        <name>OnboardingPage</name>
        <message>
            <source>New client</source>
            <translation>新客户</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
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
            <source>Born</source>
            <translation>出生日期</translation>
        </message>
        <message>
            <source>Founded</source>
            <translation>成立日期</translation>
        </message>
        <message>
            <source>As 1980-05-17</source>
            <translation>格式如 1980-05-17</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>国家</translation>
        </message>
        <message>
            <source>Two letters, as US</source>
            <translation>两个字母，如 US</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Account in</source>
            <translation>账户货币</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>护照</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记证</translation>
        </message>
        <message>
            <source>Number of the paper</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Expires</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>As 2031-05-17</source>
            <translation>格式如 2031-05-17</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Open client and ask for approval</source>
            <translation>开户并提交审批</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
    </context>
    <context>
        <name>PartyTable</name>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>资产</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审查</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Breaches</source>
            <translation>违约</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>个人</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>公司</translation>
        </message>
        <message>
            <source>Trust</source>
            <translation>信托</translation>
        </message>
        <message>
            <source>Unrated</source>
            <translation>未评级</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>低</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>中</translation>
        </message>
        <message>
            <source>High</source>
            <translation>高</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>%1 days late</source>
            <translation>逾期 %1 天</translation>
        </message>
        <message>
            <source>In %1 days</source>
            <translation>%1 天后到期</translation>
        </message>
    </context>
    <context>
        <name>OnboardingModel</name>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Conservative</source>
            <translation>保守型</translation>
        </message>
        <message>
            <source>Cautious</source>
            <translation>谨慎型</translation>
        </message>
        <message>
            <source>Balanced</source>
            <translation>平衡型</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>成长型</translation>
        </message>
        <message>
            <source>Aggressive</source>
            <translation>进取型</translation>
        </message>
        <message>
            <source>Passport</source>
            <translation>护照</translation>
        </message>
        <message>
            <source>Identity card</source>
            <translation>身份证</translation>
        </message>
        <message>
            <source>Proof of address</source>
            <translation>地址证明</translation>
        </message>
        <message>
            <source>Tax form</source>
            <translation>税务表格</translation>
        </message>
        <message>
            <source>Agreement</source>
            <translation>协议</translation>
        </message>
        <message>
            <source>Company register</source>
            <translation>公司登记</translation>
        </message>
        <message>
            <source>Trust deed</source>
            <translation>信托契约</translation>
        </message>
        <message>
            <source>Other paper</source>
            <translation>其他文件</translation>
        </message>
    </context>
    <context>
        <name>rialto::clientdesk::OnboardingModel</name>
        <message>
            <source>Who</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Household and account</source>
            <translation>家庭与账户</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>风险</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>汇总</translation>
        </message>
        <message>
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>请选择…</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Household</source>
            <translation>家庭</translation>
        </message>
        <message>
            <source>Account in</source>
            <translation>账户货币</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Risk profile</source>
            <translation>风险类型</translation>
        </message>
        <message>
            <source>Enter the name in Latin letters.</source>
            <translation>请输入拉丁字母姓名。</translation>
        </message>
        <message>
            <source>Write the date as 1980-05-17.</source>
            <translation>日期请写成 1980-05-17 的格式。</translation>
        </message>
        <message>
            <source>Write the country with two letters, as US.</source>
            <translation>国家请写两个字母，如 US。</translation>
        </message>
        <message>
            <source>Write the date as 2031-05-17.</source>
            <translation>日期请写成 2031-05-17 的格式。</translation>
        </message>
        <message>
            <source>Answer every question.</source>
            <translation>请回答每个问题。</translation>
        </message>
    </context>
    <context>
        <name>rialto::clientdesk::ClientsDeskModel</name>
        <message>
            <source>Looking at every client…</source>
            <translation>正在查看所有客户…</translation>
        </message>
        <message>
            <source>%1 clients · %2 under care · %3 with something overdue · %4 with a broken mandate</source>
            <translation>%1 位客户 · 管理资产 %2 · %3 位有逾期事项 · %4 位违反投资约束</translation>
        </message>
        <message>
            <source>born %1</source>
            <translation>出生于 %1</translation>
        </message>
        <message>
            <source>since %1</source>
            <translation>成立于 %1</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>资产</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>现金</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>账户</translation>
        </message>
        <message>
            <source>Holdings</source>
            <translation>持仓</translation>
        </message>
        <message>
            <source>Without price or rate</source>
            <translation>缺少价格或汇率</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审查</translation>
        </message>
        <message>
            <source>Risk rating</source>
            <translation>风险评级</translation>
        </message>
        <message>
            <source>Last review</source>
            <translation>上次审查</translation>
        </message>
        <message>
            <source>Politically exposed</source>
            <translation>政治公众人物</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Screening hits to decide</source>
            <translation>待处理的筛查命中</translation>
        </message>
        <message>
            <source>Risk profile</source>
            <translation>风险类型</translation>
        </message>
        <message>
            <source>Portfolio risk, limit</source>
            <translation>组合风险，上限</translation>
        </message>
        <message>
            <source>until %1</source>
            <translation>至 %1</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>符合</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>违反</translation>
        </message>
        <message>
            <source>Would break</source>
            <translation>将违反</translation>
        </message>
        <message>
            <source>asked by %1</source>
            <translation>申请人 %1</translation>
        </message>
    </context>
</TS>
