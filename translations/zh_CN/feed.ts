<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>Messages</name>
        <message>
        <source>The corporate action does not conserve what the shares cost: {detail}.</source>
        <translation>该公司行动未能保持持股成本不变：{detail}。</translation>
    </message>
        <message>
        <source>The corporate action does not conserve what the shares cost.</source>
        <translation>该公司行动未能保持持股成本不变。</translation>
    </message>
        <message>
        <source>Report this.</source>
        <translation>请报告此问题。</translation>
    </message>
        <message>
        <source>{detail}.</source>
        <translation>{detail}。</translation>
    </message>
        <message>
        <source>The two instruments are in different currencies.</source>
        <translation>两种证券的货币不同。</translation>
    </message>
        <message>
        <source>Book it as a sale and a purchase.</source>
        <translation>请按卖出和买入分别入账。</translation>
    </message>
        <message>
        <source>Another corporate action has this name.</source>
        <translation>已有同名的另一项公司行动。</translation>
    </message>
        <message>
        <source>The instrument cannot be found or has no corporate actions: {detail}.</source>
        <translation>找不到该证券，或该证券没有公司行动：{detail}。</translation>
    </message>
        <message>
        <source>The instrument cannot be found.</source>
        <translation>找不到该证券。</translation>
    </message>
        <message>
        <source>Check the symbol.</source>
        <translation>请检查代码。</translation>
    </message>
        <message>
        <source>No account holds the instrument.</source>
        <translation>没有账户持有该证券。</translation>
    </message>
        <message>
        <source>Check the day.</source>
        <translation>请检查日期。</translation>
    </message>
        <message>
        <source>Open orders have set the shares aside.</source>
        <translation>未完成的委托已占用这些股份。</translation>
    </message>
        <message>
        <source>Cancel the orders first.</source>
        <translation>请先撤销委托。</translation>
    </message>
        <message>
        <source>The terms are not understood: {detail}.</source>
        <translation>条款无法识别：{detail}。</translation>
    </message>
        <message>
        <source>The terms are not understood.</source>
        <translation>条款无法识别。</translation>
    </message>
        <message>
        <source>Write them as: split MERI ratio=2:1.</source>
        <translation>请按此格式书写：split MERI ratio=2:1。</translation>
    </message>
        <message>
        <source>There is no corporate action {detail}.</source>
        <translation>没有名为 {detail} 的公司行动。</translation>
    </message>
        <message>
        <source>There is no such corporate action.</source>
        <translation>没有该公司行动。</translation>
    </message>
        <message>
        <source>Look at the list of actions.</source>
        <translation>请查看公司行动列表。</translation>
    </message>
        <message>
        <source>The shares were used since.</source>
        <translation>这些股份此后已有变动。</translation>
    </message>
        <message>
        <source>Undo what came later first.</source>
        <translation>请先撤销之后的业务。</translation>
    </message>
        <message>
        <source>The fee schedule names no currency.</source>
        <translation>费率表没有写明货币。</translation>
    </message>
        <message>
        <source>Add its currency.</source>
        <translation>请补充货币。</translation>
    </message>
        <message>
        <source>Minimum and maximum of the fee contradict each other.</source>
        <translation>费用的最低与最高限额互相矛盾。</translation>
    </message>
        <message>
        <source>Correct the fee schedule.</source>
        <translation>请更正费率表。</translation>
    </message>
        <message>
        <source>No account has a fee agreement.</source>
        <translation>没有账户签有收费协议。</translation>
    </message>
        <message>
        <source>Give a schedule for all.</source>
        <translation>请为全部账户指定费率表。</translation>
    </message>
        <message>
        <source>The billing period is not understood.</source>
        <translation>无法识别计费期间。</translation>
    </message>
        <message>
        <source>Write it as 2026Q3.</source>
        <translation>请写成 2026Q3 的形式。</translation>
    </message>
        <message>
        <source>It is not said which period is billed.</source>
        <translation>没有说明计费期间。</translation>
    </message>
        <message>
        <source>Choose a period.</source>
        <translation>请选择期间。</translation>
    </message>
        <message>
        <source>The period is not over yet.</source>
        <translation>该期间尚未结束。</translation>
    </message>
        <message>
        <source>Bill it when it is over.</source>
        <translation>请在期间结束后计费。</translation>
    </message>
        <message>
        <source>A rate of the fee schedule cannot be.</source>
        <translation>费率表中的费率无效。</translation>
    </message>
        <message>
        <source>The fee schedule charges nothing.</source>
        <translation>费率表没有任何收费项目。</translation>
    </message>
        <message>
        <source>Add tiers, an amount or a rate.</source>
        <translation>请补充分档、金额或费率。</translation>
    </message>
        <message>
        <source>The tiers of the fee schedule have gaps or overlap.</source>
        <translation>费率表的分档有缺口或重叠。</translation>
    </message>
        <message>
        <source>There are too many periods at once.</source>
        <translation>一次计费的期间过多。</translation>
    </message>
        <message>
        <source>Bill fewer periods.</source>
        <translation>请减少期间数。</translation>
    </message>
        <message>
        <source>A value is larger than can be billed.</source>
        <translation>数值过大，无法计费。</translation>
    </message>
        <message>
        <source>Check the values.</source>
        <translation>请检查数值。</translation>
    </message>
        <message>
        <source>The account cannot be found: {detail}.</source>
        <translation>找不到账户：{detail}。</translation>
    </message>
        <message>
        <source>The account cannot be found.</source>
        <translation>找不到该账户。</translation>
    </message>
        <message>
        <source>Choose another account.</source>
        <translation>请选择其他账户。</translation>
    </message>
        <message>
        <source>This was decided already: {detail}.</source>
        <translation>此事项已有决定：{detail}。</translation>
    </message>
        <message>
        <source>This was decided already.</source>
        <translation>此事项已有决定。</translation>
    </message>
        <message>
        <source>Ask again where it is needed.</source>
        <translation>如有需要，请重新申请。</translation>
    </message>
        <message>
        <source>The client belongs to another record.</source>
        <translation>该客户已属于另一条记录。</translation>
    </message>
        <message>
        <source>Open that record.</source>
        <translation>请打开那条记录。</translation>
    </message>
        <message>
        <source>The client cannot be found: {detail}.</source>
        <translation>找不到客户：{detail}。</translation>
    </message>
        <message>
        <source>The client cannot be found.</source>
        <translation>找不到该客户。</translation>
    </message>
        <message>
        <source>Choose another client.</source>
        <translation>请选择其他客户。</translation>
    </message>
        <message>
        <source>A household has members; nobody owns it.</source>
        <translation>家庭只有成员，不能被持有。</translation>
    </message>
        <message>
        <source>Name its members instead.</source>
        <translation>请改为登记家庭成员。</translation>
    </message>
        <message>
        <source>The review is incomplete: {detail}.</source>
        <translation>审查信息不完整：{detail}。</translation>
    </message>
        <message>
        <source>The review is incomplete.</source>
        <translation>审查信息不完整。</translation>
    </message>
        <message>
        <source>Enter rating, review and next review.</source>
        <translation>请填写评级、审查日和下次审查日。</translation>
    </message>
        <message>
        <source>The number is taken.</source>
        <translation>该编号已被使用。</translation>
    </message>
        <message>
        <source>Nobody decides on their own request.</source>
        <translation>不能审批自己提出的申请。</translation>
    </message>
        <message>
        <source>Ask a colleague to decide.</source>
        <translation>请由同事审批。</translation>
    </message>
        <message>
        <source>Ownership would run in a circle.</source>
        <translation>持股关系会形成循环。</translation>
    </message>
        <message>
        <source>Check who owns whom.</source>
        <translation>请检查持股关系。</translation>
    </message>
        <message>
        <source>The owners would hold more than the whole.</source>
        <translation>持有人的份额合计会超过百分之百。</translation>
    </message>
        <message>
        <source>Reduce a share first.</source>
        <translation>请先减少某一份额。</translation>
    </message>
        <message>
        <source>The share cannot be.</source>
        <translation>该份额无效。</translation>
    </message>
        <message>
        <source>Enter a share between 0 and 100 %.</source>
        <translation>请输入 0 到 100% 之间的份额。</translation>
    </message>
        <message>
        <source>Something is missing: {detail}.</source>
        <translation>信息不完整：{detail}。</translation>
    </message>
        <message>
        <source>Number or name is missing.</source>
        <translation>缺少编号或姓名。</translation>
    </message>
        <message>
        <source>Enter number and name.</source>
        <translation>请填写编号和姓名。</translation>
    </message>
        <message>
        <source>The person or company cannot be found: {detail}.</source>
        <translation>找不到该个人或公司：{detail}。</translation>
    </message>
        <message>
        <source>The person or company cannot be found.</source>
        <translation>找不到该个人或公司。</translation>
    </message>
        <message>
        <source>Choose another one.</source>
        <translation>请另行选择。</translation>
    </message>
        <message>
        <source>The entry is incomplete: {detail}.</source>
        <translation>条目不完整：{detail}。</translation>
    </message>
        <message>
        <source>The entry is incomplete.</source>
        <translation>条目不完整。</translation>
    </message>
        <message>
        <source>Fill in what is missing.</source>
        <translation>请补充缺失内容。</translation>
    </message>
        <message>
        <source>A stored record is damaged: {detail}.</source>
        <translation>存储的记录已损坏：{detail}。</translation>
    </message>
        <message>
        <source>A stored record is damaged.</source>
        <translation>存储的记录已损坏。</translation>
    </message>
        <message>
        <source>Restore the newest backup.</source>
        <translation>请恢复最新备份。</translation>
    </message>
        <message>
        <source>Somebody changed this meanwhile.</source>
        <translation>其间已有他人修改。</translation>
    </message>
        <message>
        <source>Look at it again and repeat the change.</source>
        <translation>请重新查看后再修改。</translation>
    </message>
        <message>
        <source>The entry speaks of something else.</source>
        <translation>该条目针对的是其他对象。</translation>
    </message>
        <message>
        <source>Make a new entry.</source>
        <translation>请新建条目。</translation>
    </message>
        <message>
        <source>The fee {detail} stands twice in the run.</source>
        <translation>费用 {detail} 在本次计费中出现两次。</translation>
    </message>
        <message>
        <source>A fee stands twice in the run.</source>
        <translation>本次计费中有重复费用。</translation>
    </message>
        <message>
        <source>Start the run again.</source>
        <translation>请重新计费。</translation>
    </message>
        <message>
        <source>There is nothing to record.</source>
        <translation>没有可记录的内容。</translation>
    </message>
        <message>
        <source>Enter something first.</source>
        <translation>请先输入内容。</translation>
    </message>
        <message>
        <source>The amount is more than can be counted.</source>
        <translation>金额超出可计算的范围。</translation>
    </message>
        <message>
        <source>Check the terms.</source>
        <translation>请检查条款。</translation>
    </message>
        <message>
        <source>The client&apos;s mandate does not allow this order: {detail}.</source>
        <translation>该客户的投资授权不允许此委托：{detail}。</translation>
    </message>
        <message>
        <source>The client&apos;s mandate does not allow this order.</source>
        <translation>该客户的投资授权不允许此委托。</translation>
    </message>
        <message>
        <source>Order less, or change the mandate with the client first.</source>
        <translation>请减少数量，或先与客户修改投资授权。</translation>
    </message>
        <message>
        <source>A mandate of the client cannot be read, so that no order can be checked against it: {detail}.</source>
        <translation>该客户的一份投资授权无法解读，委托因而无法核对：{detail}。</translation>
    </message>
        <message>
        <source>A mandate of the client cannot be read, so that no order can be checked against it.</source>
        <translation>该客户的一份投资授权无法解读，委托因而无法核对。</translation>
    </message>
        <message>
        <source>Correct its rules on the client&apos;s page.</source>
        <translation>请在客户页面更正其规则。</translation>
    </message>
        <message>
        <source>The order goes against a guideline of the client&apos;s mandate: {detail}.</source>
        <translation>此委托违背客户投资授权中的一条指引：{detail}。</translation>
    </message>
        <message>
        <source>The order goes against a guideline of the client&apos;s mandate.</source>
        <translation>此委托违背客户投资授权中的一条指引。</translation>
    </message>
        <message>
        <source>It was taken; write down why, or cancel it.</source>
        <translation>委托已受理；请记录理由，或撤单。</translation>
    </message>
        <message>
        <source>The mandate is not understood: {detail}.</source>
        <translation>投资约束无法识别：{detail}。</translation>
    </message>
        <message>
        <source>The mandate is not understood.</source>
        <translation>投资约束无法识别。</translation>
    </message>
        <message>
        <source>Write one rule a line.</source>
        <translation>请每行写一条规则。</translation>
    </message>
        <message>
        <source>The questionnaire is not complete: {detail}.</source>
        <translation>问卷未完成：{detail}。</translation>
    </message>
        <message>
        <source>The questionnaire is not complete.</source>
        <translation>问卷未完成。</translation>
    </message>
        <message>
        <source>Answer every question.</source>
        <translation>请回答每个问题。</translation>
    </message>
        <message>
        <source>Nothing is stored of the company {detail}.</source>
        <translation>没有存储公司 {detail} 的资料。</translation>
    </message>
        <message>
        <source>Nothing is stored of this company.</source>
        <translation>没有存储该公司的资料。</translation>
    </message>
        <message>
        <source>Import its filings first.</source>
        <translation>请先导入其申报文件。</translation>
    </message>
        <message>
        <source>Nothing is stored of the series {detail}.</source>
        <translation>没有存储序列 {detail}。</translation>
    </message>
        <message>
        <source>Nothing is stored of this series.</source>
        <translation>没有存储该序列。</translation>
    </message>
        <message>
        <source>Import it first.</source>
        <translation>请先导入。</translation>
    </message>
        <message>
        <source>The backup does not read back as it was written: {detail}.</source>
        <translation>备份读回的内容与写入的不同：{detail}。</translation>
    </message>
        <message>
        <source>The backup does not read back as it was written.</source>
        <translation>备份读回的内容与写入的不同。</translation>
    </message>
        <message>
        <source>Try another disk.</source>
        <translation>请换一个磁盘。</translation>
    </message>
        <message>
        <source>There is something already: {detail}.</source>
        <translation>目标已存在：{detail}。</translation>
    </message>
        <message>
        <source>There is something already at that place.</source>
        <translation>目标位置已有内容。</translation>
    </message>
        <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
        <message>
        <source>This is no whole backup of a book: {detail}.</source>
        <translation>这不是完整的账簿备份：{detail}。</translation>
    </message>
        <message>
        <source>This is no whole backup of a book.</source>
        <translation>这不是完整的账簿备份。</translation>
    </message>
        <message>
        <source>Take another copy of the backup.</source>
        <translation>请使用另一份备份。</translation>
    </message>
        <message>
        <source>This statement was imported before: {detail}.</source>
        <translation>该对账单此前已导入：{detail}。</translation>
    </message>
        <message>
        <source>This statement was imported before.</source>
        <translation>该对账单此前已导入。</translation>
    </message>
        <message>
        <source>Nothing is to be done.</source>
        <translation>无需处理。</translation>
    </message>
        <message>
        <source>The import cannot be booked as it is: {detail}.</source>
        <translation>该导入无法入账：{detail}。</translation>
    </message>
        <message>
        <source>The import cannot be booked as it is.</source>
        <translation>该导入无法入账。</translation>
    </message>
        <message>
        <source>Check the file and import it again.</source>
        <translation>请检查文件后重新导入。</translation>
    </message>
        <message>
        <source>There is no such import: {detail}.</source>
        <translation>没有此导入批次：{detail}。</translation>
    </message>
        <message>
        <source>There is no such import.</source>
        <translation>没有此导入批次。</translation>
    </message>
        <message>
        <source>Look at the list of imports.</source>
        <translation>请查看导入列表。</translation>
    </message>
        <message>
        <source>A volume is too large to be counted: {detail}.</source>
        <translation>成交量过大，无法计数：{detail}。</translation>
    </message>
        <message>
        <source>A volume is too large to be counted.</source>
        <translation>成交量过大，无法计数。</translation>
    </message>
        <message>
        <source>Check the figures of the file.</source>
        <translation>请检查文件中的数字。</translation>
    </message>
        <message>
        <source>The file is not whole: {detail}.</source>
        <translation>文件不完整：{detail}。</translation>
    </message>
        <message>
        <source>The file is not whole.</source>
        <translation>文件不完整。</translation>
    </message>
        <message>
        <source>Copy it again, or take another backup.</source>
        <translation>请重新复制，或使用另一份备份。</translation>
    </message>
        <message>
        <source>There is too little memory for the password: {detail}.</source>
        <translation>内存不足，无法处理密码：{detail}。</translation>
    </message>
        <message>
        <source>There is too little memory for the password.</source>
        <translation>内存不足，无法处理密码。</translation>
    </message>
        <message>
        <source>Close other programs and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
        <message>
        <source>This is no encrypted file of Rialto: {detail}.</source>
        <translation>这不是 Rialto 的加密文件：{detail}。</translation>
    </message>
        <message>
        <source>This is no encrypted file of Rialto.</source>
        <translation>这不是 Rialto 的加密文件。</translation>
    </message>
        <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
        <message>
        <source>The file does not open: {detail}.</source>
        <translation>文件无法打开：{detail}。</translation>
    </message>
        <message>
        <source>The password is wrong or the file is damaged.</source>
        <translation>密码错误或文件已损坏。</translation>
    </message>
        <message>
        <source>Type the password again, or take another copy.</source>
        <translation>请重新输入密码，或使用另一份副本。</translation>
    </message>
        <message>
        <source>There is no audit log yet: {detail}.</source>
        <translation>尚无审计日志：{detail}。</translation>
    </message>
        <message>
        <source>There is no audit log yet.</source>
        <translation>尚无审计日志。</translation>
    </message>
        <message>
        <source>It begins with the first entry of the book.</source>
        <translation>账簿的第一笔记录后即开始。</translation>
    </message>
        <message>
        <source>The audit log cannot be written: {detail}.</source>
        <translation>审计日志无法写出：{detail}。</translation>
    </message>
        <message>
        <source>The audit log cannot be written.</source>
        <translation>审计日志无法写出。</translation>
    </message>
        <message>
        <source>Check the free space and the folder.</source>
        <translation>请检查剩余空间和文件夹。</translation>
    </message>
        <message>
        <source>The key of the audit log cannot be used: {detail}.</source>
        <translation>审计日志的密钥无法使用：{detail}。</translation>
    </message>
        <message>
        <source>The key of the audit log cannot be used.</source>
        <translation>审计日志的密钥无法使用。</translation>
    </message>
        <message>
        <source>Check the permissions of the book&apos;s folder.</source>
        <translation>请检查账簿文件夹的权限。</translation>
    </message>
        <message>
        <source>There is no such file: {detail}.</source>
        <translation>没有此文件：{detail}。</translation>
    </message>
        <message>
        <source>There is no such file.</source>
        <translation>没有此文件。</translation>
    </message>
        <message>
        <source>The disk does not do what is asked: {detail}.</source>
        <translation>磁盘操作未成功：{detail}。</translation>
    </message>
        <message>
        <source>The disk does not do what is asked.</source>
        <translation>磁盘操作未成功。</translation>
    </message>
        <message>
        <source>Check the free space and the permissions.</source>
        <translation>请检查剩余空间和权限。</translation>
    </message>
        <message>
        <source>This was not possible (%1).</source>
        <translation>无法完成（%1）。</translation>
    </message>
        <message>
        <source>This was not possible (%1): %2.</source>
        <translation>无法完成（%1）：%2。</translation>
    </message>
        <message>
        <source>“{detail}” is not a kind of instrument.</source>
        <translation>“{detail}”不是有效的品种类型。</translation>
    </message>
        <message>
        <source>This is not a kind of instrument.</source>
        <translation>这不是有效的品种类型。</translation>
    </message>
        <message>
        <source>Use equity, bond, fund, future, option, fx, crypto or index.</source>
        <translation>请使用 equity、bond、fund、future、option、fx、crypto 或 index。</translation>
    </message>
        <message>
        <source>“{detail}” is not a currency that the book knows.</source>
        <translation>“{detail}”不是系统认识的币种。</translation>
    </message>
        <message>
        <source>This currency is not known.</source>
        <translation>无法识别该币种。</translation>
    </message>
        <message>
        <source>Use a three-letter code such as USD.</source>
        <translation>请使用三个字母的代码，例如 USD。</translation>
    </message>
        <message>
        <source>“{detail}” is not a date.</source>
        <translation>“{detail}”不是有效日期。</translation>
    </message>
        <message>
        <source>This is not a date.</source>
        <translation>这不是有效日期。</translation>
    </message>
        <message>
        <source>Write it as year-month-day, 2026-01-31.</source>
        <translation>请按 年-月-日 填写，例如 2026-01-31。</translation>
    </message>
        <message>
        <source>The value of {detail} is larger than the book can hold.</source>
        <translation>{detail} 的金额超出了账簿能够记录的范围。</translation>
    </message>
        <message>
        <source>The value is larger than the book can hold.</source>
        <translation>金额超出了账簿能够记录的范围。</translation>
    </message>
        <message>
        <source>Use a smaller quantity.</source>
        <translation>请减少数量。</translation>
    </message>
        <message>
        <source>“{detail}” is not a number.</source>
        <translation>“{detail}”不是数字。</translation>
    </message>
        <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
        <message>
        <source>Use digits and one decimal point.</source>
        <translation>请只使用数字和一个小数点。</translation>
    </message>
        <message>
        <source>“{detail}” has more decimals than can be kept.</source>
        <translation>“{detail}”的小数位过多。</translation>
    </message>
        <message>
        <source>The number has more decimals than can be kept.</source>
        <translation>小数位过多。</translation>
    </message>
        <message>
        <source>Shorten it.</source>
        <translation>请减少小数位。</translation>
    </message>
        <message>
        <source>“{detail}” is too large.</source>
        <translation>“{detail}”过大。</translation>
    </message>
        <message>
        <source>The number is too large.</source>
        <translation>数字过大。</translation>
    </message>
        <message>
        <source>Use a smaller one.</source>
        <translation>请使用较小的数字。</translation>
    </message>
        <message>
        <source>“{detail}” is not an order type.</source>
        <translation>“{detail}”不是有效的委托类型。</translation>
    </message>
        <message>
        <source>This is not an order type.</source>
        <translation>这不是有效的委托类型。</translation>
    </message>
        <message>
        <source>Use market or limit.</source>
        <translation>请使用 market（市价）或 limit（限价）。</translation>
    </message>
        <message>
        <source>“{detail}” is not a side.</source>
        <translation>“{detail}”不是有效的买卖方向。</translation>
    </message>
        <message>
        <source>This is not a side.</source>
        <translation>这不是有效的买卖方向。</translation>
    </message>
        <message>
        <source>Use buy or sell.</source>
        <translation>请使用 buy（买入）或 sell（卖出）。</translation>
    </message>
        <message>
        <source>“{detail}” is not a time in force.</source>
        <translation>“{detail}”不是有效的委托时效。</translation>
    </message>
        <message>
        <source>This is not a time in force.</source>
        <translation>这不是有效的委托时效。</translation>
    </message>
        <message>
        <source>Use day, gtc, ioc or fok.</source>
        <translation>请使用 day、gtc、ioc 或 fok。</translation>
    </message>
        <message>
        <source>“{detail}” is not a time with a zone.</source>
        <translation>“{detail}”不是带时区的时间。</translation>
    </message>
        <message>
        <source>This is not a time with a zone.</source>
        <translation>这不是带时区的时间。</translation>
    </message>
        <message>
        <source>Write it as 2026-01-31T14:30:00Z.</source>
        <translation>请按 2026-01-31T14:30:00Z 的格式填写。</translation>
    </message>
        <message>
        <source>The time zone “{detail}” is not known on this computer.</source>
        <translation>本机不认识时区“{detail}”。</translation>
    </message>
        <message>
        <source>The time zone is not known on this computer.</source>
        <translation>本机不认识该时区。</translation>
    </message>
        <message>
        <source>Use an IANA name such as Europe/Berlin.</source>
        <translation>请使用 IANA 名称，例如 Asia/Shanghai。</translation>
    </message>
        <message>
        <source>An account {detail} exists already.</source>
        <translation>账户 {detail} 已经存在。</translation>
    </message>
        <message>
        <source>This account exists already.</source>
        <translation>该账户已经存在。</translation>
    </message>
        <message>
        <source>Choose another number.</source>
        <translation>请换一个编号。</translation>
    </message>
        <message>
        <source>The account has no client or no currency.</source>
        <translation>账户缺少客户或币种。</translation>
    </message>
        <message>
        <source>Choose both, then try again.</source>
        <translation>请选择后重试。</translation>
    </message>
        <message>
        <source>The account is not in this book.</source>
        <translation>账簿中没有该账户。</translation>
    </message>
        <message>
        <source>Choose an account from the list.</source>
        <translation>请从列表中选择账户。</translation>
    </message>
        <message>
        <source>The amount is zero.</source>
        <translation>金额为零。</translation>
    </message>
        <message>
        <source>Enter an amount above zero.</source>
        <translation>请输入大于零的金额。</translation>
    </message>
        <message>
        <source>A client {detail} exists already.</source>
        <translation>客户 {detail} 已经存在。</translation>
    </message>
        <message>
        <source>This client exists already.</source>
        <translation>该客户已经存在。</translation>
    </message>
        <message>
        <source>The client has no name.</source>
        <translation>客户没有姓名。</translation>
    </message>
        <message>
        <source>Enter the name as it shall stand on statements.</source>
        <translation>请填写对账单上使用的姓名。</translation>
    </message>
        <message>
        <source>The order came without a usable command number.</source>
        <translation>委托缺少有效的指令编号。</translation>
    </message>
        <message>
        <source>Enter the order again.</source>
        <translation>请重新下单。</translation>
    </message>
        <message>
        <source>The stored book contradicts itself at {detail}.</source>
        <translation>账簿存储的内容在 {detail} 处自相矛盾。</translation>
    </message>
        <message>
        <source>The stored book contradicts itself.</source>
        <translation>账簿存储的内容自相矛盾。</translation>
    </message>
        <message>
        <source>Restore the newest backup of the book.</source>
        <translation>请恢复最近的账簿备份。</translation>
    </message>
        <message>
        <source>{detail} is in the book already.</source>
        <translation>{detail} 已在账簿中。</translation>
    </message>
        <message>
        <source>This instrument is in the book already.</source>
        <translation>该品种已在账簿中。</translation>
    </message>
        <message>
        <source>The contract terms of {detail} are not complete.</source>
        <translation>{detail} 的合约条款不完整。</translation>
    </message>
        <message>
        <source>The contract terms are not complete.</source>
        <translation>合约条款不完整。</translation>
    </message>
        <message>
        <source>Give symbol, currency, tick and lot.</source>
        <translation>请填写代码、币种、最小变动价位和最小数量单位。</translation>
    </message>
        <message>
        <source>This symbol is not in the book.</source>
        <translation>账簿中没有该代码。</translation>
    </message>
        <message>
        <source>Check the symbol or search by name.</source>
        <translation>请检查代码，或按名称搜索。</translation>
    </message>
        <message>
        <source>A limit order needs a price above zero.</source>
        <translation>限价委托需要大于零的价格。</translation>
    </message>
        <message>
        <source>Enter a limit, or choose Market.</source>
        <translation>请填写限价，或改为市价。</translation>
    </message>
        <message>
        <source>There is no price yet to estimate the cost with.</source>
        <translation>暂无价格，无法估算成本。</translation>
    </message>
        <message>
        <source>Wait for a quote, or enter a limit.</source>
        <translation>请等待报价，或填写限价。</translation>
    </message>
        <message>
        <source>The quantity must be above zero.</source>
        <translation>数量必须大于零。</translation>
    </message>
        <message>
        <source>Enter how much to trade.</source>
        <translation>请输入交易数量。</translation>
    </message>
        <message>
        <source>The book holds {detail} already; it was not written twice.</source>
        <translation>账簿中已有 {detail}，没有重复写入。</translation>
    </message>
        <message>
        <source>The book holds this already; it was not written twice.</source>
        <translation>账簿中已有这条记录，没有重复写入。</translation>
    </message>
        <message>
        <source>A posting had an amount that is not above zero and was refused.</source>
        <translation>某笔分录的金额不大于零，已被拒绝。</translation>
    </message>
        <message>
        <source>Report this: the book itself is unharmed.</source>
        <translation>请反馈此问题；账簿本身未受影响。</translation>
    </message>
        <message>
        <source>A posting without amounts was refused.</source>
        <translation>没有金额的分录已被拒绝。</translation>
    </message>
        <message>
        <source>The ledger does not balance: {detail}.</source>
        <translation>分类账不平：{detail}。</translation>
    </message>
        <message>
        <source>The ledger does not balance.</source>
        <translation>分类账不平。</translation>
    </message>
        <message>
        <source>Stop trading and restore the newest backup.</source>
        <translation>请停止交易并恢复最近的备份。</translation>
    </message>
        <message>
        <source>The ledger differs from its own facts: {detail}.</source>
        <translation>分类账与其原始记录不一致：{detail}。</translation>
    </message>
        <message>
        <source>The ledger differs from its own facts.</source>
        <translation>分类账与其原始记录不一致。</translation>
    </message>
        <message>
        <source>Close and open the book; restore a backup when it stays.</source>
        <translation>请关闭后重新打开账簿；若仍然如此，请恢复备份。</translation>
    </message>
        <message>
        <source>A reservation belongs to another account or currency and was refused.</source>
        <translation>某笔冻结属于其他账户或币种，已被拒绝。</translation>
    </message>
        <message>
        <source>More was released than an order had set aside.</source>
        <translation>释放的金额超过了委托冻结的金额。</translation>
    </message>
        <message>
        <source>A bar is outside the range that is replaced: {detail}.</source>
        <translation>有一根K线超出要替换的区间：{detail}。</translation>
    </message>
        <message>
        <source>A bar is outside the range that is replaced.</source>
        <translation>有一根K线超出要替换的区间。</translation>
    </message>
        <message>
        <source>Import the whole range again.</source>
        <translation>请重新导入整个区间。</translation>
    </message>
        <message>
        <source>The times of the bars do not rise: {detail}.</source>
        <translation>K线时间没有递增：{detail}。</translation>
    </message>
        <message>
        <source>The times of the bars do not rise.</source>
        <translation>K线时间没有递增。</translation>
    </message>
        <message>
        <source>Sort the file by time and remove doubles.</source>
        <translation>请按时间排序并去除重复行。</translation>
    </message>
        <message>
        <source>There are no bars of {detail}.</source>
        <translation>没有 {detail} 的K线。</translation>
    </message>
        <message>
        <source>There are no bars of this series.</source>
        <translation>没有该序列的K线。</translation>
    </message>
        <message>
        <source>Import them first.</source>
        <translation>请先导入。</translation>
    </message>
        <message>
        <source>This order was sent already; it was not placed twice.</source>
        <translation>该委托已经发送过，没有重复下单。</translation>
    </message>
        <message>
        <source>Look for it in the orders.</source>
        <translation>请在委托列表中查看。</translation>
    </message>
        <message>
        <source>An order was filled after its cancel was confirmed.</source>
        <translation>委托在撤单确认之后仍然成交。</translation>
    </message>
        <message>
        <source>The fill counts: check the position.</source>
        <translation>成交有效，请检查持仓。</translation>
    </message>
        <message>
        <source>A fill could not be booked ({detail}).</source>
        <translation>有一笔成交无法入账（{detail}）。</translation>
    </message>
        <message>
        <source>A fill could not be booked.</source>
        <translation>有一笔成交无法入账。</translation>
    </message>
        <message>
        <source>Compare the position with the broker and book the trade by hand.</source>
        <translation>请与经纪商核对持仓并手工入账。</translation>
    </message>
        <message>
        <source>The order is done or already being cancelled.</source>
        <translation>委托已结束或正在撤单。</translation>
    </message>
        <message>
        <source>The broker does not know this order.</source>
        <translation>经纪商没有该委托的记录。</translation>
    </message>
        <message>
        <source>Nothing of it is open: place it again if it is still wanted.</source>
        <translation>该委托已不在市场上；如仍需要请重新下单。</translation>
    </message>
        <message>
        <source>The order cannot be changed in its present state.</source>
        <translation>委托在当前状态下不能修改。</translation>
    </message>
        <message>
        <source>Wait for the last change to be confirmed, or cancel it.</source>
        <translation>请等待上一次修改确认，或撤单。</translation>
    </message>
        <message>
        <source>This order is not in the book.</source>
        <translation>账簿中没有该委托。</translation>
    </message>
        <message>
        <source>Refresh the list and choose it again.</source>
        <translation>请刷新列表后重新选择。</translation>
    </message>
        <message>
        <source>The new quantity is not above the {filled} already filled.</source>
        <translation>新数量不大于已成交的 {filled}。</translation>
    </message>
        <message>
        <source>The new quantity is not above what is already filled.</source>
        <translation>新数量不大于已成交数量。</translation>
    </message>
        <message>
        <source>Enter more, or cancel the rest.</source>
        <translation>请输入更大的数量，或撤销剩余部分。</translation>
    </message>
        <message>
        <source>The change was not confirmed before the program ended; the order stands as it was.</source>
        <translation>程序退出前改单未获确认，委托保持原样。</translation>
    </message>
        <message>
        <source>Change it again if it is still wanted.</source>
        <translation>如仍需要请重新修改。</translation>
    </message>
        <message>
        <source>The broker reported something unexpected: {detail}.</source>
        <translation>经纪商回报了意外的情况：{detail}。</translation>
    </message>
        <message>
        <source>The broker reported something unexpected.</source>
        <translation>经纪商回报了意外的情况。</translation>
    </message>
        <message>
        <source>It is booked: check the order and the position.</source>
        <translation>已经入账，请检查委托和持仓。</translation>
    </message>
        <message>
        <source>A report of the broker does not fit the order: {detail}.</source>
        <translation>经纪商的回报与委托状态不符：{detail}。</translation>
    </message>
        <message>
        <source>A report of the broker does not fit the order.</source>
        <translation>经纪商的回报与委托状态不符。</translation>
    </message>
        <message>
        <source>Nothing was changed; compare the order with the broker.</source>
        <translation>未做任何更改，请与经纪商核对该委托。</translation>
    </message>
        <message>
        <source>A deposit or withdrawal on {detail} is outside the period.</source>
        <translation>{detail} 的一笔存取款不在所选期间内。</translation>
    </message>
        <message>
        <source>A deposit or withdrawal is outside the period.</source>
        <translation>有一笔存取款不在所选期间内。</translation>
    </message>
        <message>
        <source>Choose a period that contains it.</source>
        <translation>请选择包含它的期间。</translation>
    </message>
        <message>
        <source>There was no capital in the period, so there is no return.</source>
        <translation>期间内没有资金，无法计算收益率。</translation>
    </message>
        <message>
        <source>Choose a period with money in the account.</source>
        <translation>请选择账户有资金的期间。</translation>
    </message>
        <message>
        <source>The period {detail} is empty.</source>
        <translation>期间 {detail} 为空。</translation>
    </message>
        <message>
        <source>The period is empty.</source>
        <translation>期间为空。</translation>
    </message>
        <message>
        <source>Choose an end after the beginning.</source>
        <translation>请让结束日期晚于开始日期。</translation>
    </message>
        <message>
        <source>No money-weighted return fits these payments.</source>
        <translation>没有与这些现金流相符的资金加权收益率。</translation>
    </message>
        <message>
        <source>Use the time-weighted return.</source>
        <translation>请使用时间加权收益率。</translation>
    </message>
        <message>
        <source>A payment on {detail} is not a number.</source>
        <translation>{detail} 的一笔现金流不是数字。</translation>
    </message>
        <message>
        <source>A payment is not a number.</source>
        <translation>有一笔现金流不是数字。</translation>
    </message>
        <message>
        <source>Correct the payment.</source>
        <translation>请更正该笔现金流。</translation>
    </message>
        <message>
        <source>All payments are on {detail}, so there is no yearly return yet.</source>
        <translation>所有现金流都在 {detail}，还没有年化收益率。</translation>
    </message>
        <message>
        <source>All payments are on one day, so there is no yearly return yet.</source>
        <translation>所有现金流都在同一天，还没有年化收益率。</translation>
    </message>
        <message>
        <source>Look again after a day or more.</source>
        <translation>请一天之后再看。</translation>
    </message>
        <message>
        <source>There was only money in or only money out, so there is no money-weighted return.</source>
        <translation>只有流入或只有流出，没有资金加权收益率。</translation>
    </message>
        <message>
        <source>Not enough cash: {needed} needed, {available} available.</source>
        <translation>可用资金不足：需要 {needed}，可用 {available}。</translation>
    </message>
        <message>
        <source>Not enough cash.</source>
        <translation>可用资金不足。</translation>
    </message>
        <message>
        <source>Reduce the quantity or deposit cash first.</source>
        <translation>请减少数量或先存入资金。</translation>
    </message>
        <message>
        <source>The quantity {quantity} is not a whole number of lots of {lot}.</source>
        <translation>数量 {quantity} 不是最小单位 {lot} 的整数倍。</translation>
    </message>
        <message>
        <source>The quantity is not a whole number of lots.</source>
        <translation>数量不是最小单位的整数倍。</translation>
    </message>
        <message>
        <source>Round it to the lot.</source>
        <translation>请按最小单位取整。</translation>
    </message>
        <message>
        <source>{detail} has no price yet, so a market order cannot be checked.</source>
        <translation>{detail} 暂无价格，无法检查市价委托。</translation>
    </message>
        <message>
        <source>There is no price yet, so a market order cannot be checked.</source>
        <translation>暂无价格，无法检查市价委托。</translation>
    </message>
        <message>
        <source>Wait for a quote, or use a limit order.</source>
        <translation>请等待报价，或使用限价委托。</translation>
    </message>
        <message>
        <source>{detail} is for information only and cannot be traded.</source>
        <translation>{detail} 仅供参考，不能交易。</translation>
    </message>
        <message>
        <source>This instrument is for information only and cannot be traded.</source>
        <translation>该品种仅供参考，不能交易。</translation>
    </message>
        <message>
        <source>Choose a future or fund on it.</source>
        <translation>请选择相关的期货或基金。</translation>
    </message>
        <message>
        <source>The order is worth {value}; the limit for one order is {limit}.</source>
        <translation>委托金额 {value} 超过单笔上限 {limit}。</translation>
    </message>
        <message>
        <source>The order is worth more than one order may be.</source>
        <translation>委托金额超过单笔上限。</translation>
    </message>
        <message>
        <source>Split it, or ask for a higher limit.</source>
        <translation>请拆分委托，或申请提高上限。</translation>
    </message>
        <message>
        <source>The account has reached its limit of {limit} open orders.</source>
        <translation>该账户的未完成委托已达上限 {limit} 笔。</translation>
    </message>
        <message>
        <source>The account has reached its limit of open orders.</source>
        <translation>该账户的未完成委托已达上限。</translation>
    </message>
        <message>
        <source>Cancel some that are no longer wanted.</source>
        <translation>请撤销不再需要的委托。</translation>
    </message>
        <message>
        <source>Only {free to sell} can be sold, {wanted} is wanted.</source>
        <translation>可卖数量为 {free to sell}，委托数量为 {wanted}。</translation>
    </message>
        <message>
        <source>More is offered than the account holds free.</source>
        <translation>委托数量超过可卖数量。</translation>
    </message>
        <message>
        <source>Reduce the quantity, or cancel the sell order that holds the rest.</source>
        <translation>请减少数量，或撤销占用持仓的卖单。</translation>
    </message>
        <message>
        <source>The limit {limit} is more than {collar} through the market at {reference}.</source>
        <translation>限价 {limit} 偏离市价 {reference} 超过 {collar}。</translation>
    </message>
        <message>
        <source>The limit is too far through the market.</source>
        <translation>限价偏离市价过多。</translation>
    </message>
        <message>
        <source>Bring the price nearer to the market.</source>
        <translation>请将价格调整到接近市价。</translation>
    </message>
        <message>
        <source>The quantity {quantity} is above the limit of {limit} for one order.</source>
        <translation>数量 {quantity} 超过单笔上限 {limit}。</translation>
    </message>
        <message>
        <source>The quantity is above the limit for one order.</source>
        <translation>数量超过单笔上限。</translation>
    </message>
        <message>
        <source>The price {price} is not a whole number of ticks of {tick}.</source>
        <translation>价格 {price} 不是最小变动价位 {tick} 的整数倍。</translation>
    </message>
        <message>
        <source>The price is not a whole number of ticks.</source>
        <translation>价格不是最小变动价位的整数倍。</translation>
    </message>
        <message>
        <source>Step it with the arrow keys.</source>
        <translation>请用方向键调整价格。</translation>
    </message>
        <message>
        <source>The market {detail} is closed.</source>
        <translation>市场 {detail} 已休市。</translation>
    </message>
        <message>
        <source>The market is closed.</source>
        <translation>市场已休市。</translation>
    </message>
        <message>
        <source>Send the order when it opens.</source>
        <translation>请在开市后下单。</translation>
    </message>
        <message>
        <source>The new quantity is below what the simulated exchange has filled.</source>
        <translation>新数量低于模拟交易所已成交的数量。</translation>
    </message>
        <message>
        <source>The saved state of the simulated exchange is damaged ({detail}).</source>
        <translation>模拟交易所保存的状态已损坏（{detail}）。</translation>
    </message>
        <message>
        <source>The saved state of the simulated exchange is damaged.</source>
        <translation>模拟交易所保存的状态已损坏。</translation>
    </message>
        <message>
        <source>Delete it in the settings; the market starts anew and the book stays.</source>
        <translation>请在设置中清除；市场重新开始，账簿不受影响。</translation>
    </message>
        <message>
        <source>The order reached the simulated exchange without its number.</source>
        <translation>委托到达模拟交易所时缺少编号。</translation>
    </message>
        <message>
        <source>Enter it again.</source>
        <translation>请重新输入。</translation>
    </message>
        <message>
        <source>The trading day ended before the order was done.</source>
        <translation>交易日结束时委托尚未完成。</translation>
    </message>
        <message>
        <source>Place it again, or use GTC to keep it overnight.</source>
        <translation>请重新下单，或使用 GTC 保留过夜。</translation>
    </message>
        <message>
        <source>The contract has expired.</source>
        <translation>合约已到期。</translation>
    </message>
        <message>
        <source>Choose a later expiry.</source>
        <translation>请选择更晚到期的合约。</translation>
    </message>
        <message>
        <source>The simulated exchange does not list this symbol.</source>
        <translation>模拟交易所没有该代码。</translation>
    </message>
        <message>
        <source>Choose another symbol.</source>
        <translation>请选择其他代码。</translation>
    </message>
        <message>
        <source>Nobody was on the other side for the rest of the order.</source>
        <translation>剩余部分没有对手盘。</translation>
    </message>
        <message>
        <source>Use a limit order, or try again later.</source>
        <translation>请使用限价委托，或稍后再试。</translation>
    </message>
        <message>
        <source>The order could not be filled whole at once, so all of it was cancelled (FOK).</source>
        <translation>委托无法立即全部成交，已全部撤销（FOK）。</translation>
    </message>
        <message>
        <source>Use a smaller quantity, IOC or Day.</source>
        <translation>请减少数量，或使用 IOC 或当日有效。</translation>
    </message>
        <message>
        <source>A command lies before the moment of the branch: {detail}.</source>
        <translation>有指令早于分支的时刻：{detail}。</translation>
    </message>
        <message>
        <source>A command lies before the moment of the branch.</source>
        <translation>有指令早于分支的时刻。</translation>
    </message>
        <message>
        <source>Give it a later time, or branch earlier.</source>
        <translation>请把时间改晚，或更早分支。</translation>
    </message>
        <message>
        <source>The simulated exchange refused the order, as its fault settings say.</source>
        <translation>模拟交易所按故障设置拒绝了该委托。</translation>
    </message>
        <message>
        <source>Place it again, or lower the rate of rejects.</source>
        <translation>请重新下单，或调低拒单率。</translation>
    </message>
        <message>
        <source>The run has no such step: {detail}.</source>
        <translation>该运行没有这一步：{detail}。</translation>
    </message>
        <message>
        <source>The run has no such step.</source>
        <translation>该运行没有这一步。</translation>
    </message>
        <message>
        <source>Choose a step that has been lived through.</source>
        <translation>请选择已经运行过的一步。</translation>
    </message>
        <message>
        <source>The instrument is halted, and this kind of order cannot wait.</source>
        <translation>该品种已停牌，此类委托不能等待。</translation>
    </message>
        <message>
        <source>Use a limit order for the day, or wait until trading resumes.</source>
        <translation>请用当日限价单，或等待复牌。</translation>
    </message>
        <message>
        <source>The replayed run left the recorded one: {detail}.</source>
        <translation>重放结果与记录不一致：{detail}。</translation>
    </message>
        <message>
        <source>The replayed run left the recorded one.</source>
        <translation>重放结果与记录不一致。</translation>
    </message>
        <message>
        <source>Record it again with this version of Rialto.</source>
        <translation>请用本版本的 Rialto 重新记录。</translation>
    </message>
        <message>
        <source>The price is outside the price limits of the day.</source>
        <translation>价格超出当日涨跌停范围。</translation>
    </message>
        <message>
        <source>Bring it within them.</source>
        <translation>请改到范围之内。</translation>
    </message>
        <message>
        <source>The demo market has no instrument of the kind that {detail} trades.</source>
        <translation>演示市场没有 {detail} 所交易的品种。</translation>
    </message>
        <message>
        <source>The demo market has no instrument of this venue&apos;s kind.</source>
        <translation>演示市场没有该市场的品种。</translation>
    </message>
        <message>
        <source>Choose another venue.</source>
        <translation>请选择其他市场。</translation>
    </message>
        <message>
        <source>There are {detail} timelines, and no room for more.</source>
        <translation>已有 {detail} 条时间线，不能再多。</translation>
    </message>
        <message>
        <source>There is no room for more timelines.</source>
        <translation>不能再有更多时间线。</translation>
    </message>
        <message>
        <source>Start a new market, or go on with one of them.</source>
        <translation>请新建市场，或继续其中一条。</translation>
    </message>
        <message>
        <source>The order was done before the request arrived.</source>
        <translation>请求到达前委托已经结束。</translation>
    </message>
        <message>
        <source>The simulated exchange does not know this order.</source>
        <translation>模拟交易所没有该委托的记录。</translation>
    </message>
        <message>
        <source>Place it again if it is still wanted.</source>
        <translation>如仍需要请重新下单。</translation>
    </message>
        <message>
        <source>The price is outside what the simulated exchange accepts.</source>
        <translation>价格超出模拟交易所接受的范围。</translation>
    </message>
        <message>
        <source>Bring it nearer to the market.</source>
        <translation>请将价格调整到接近市价。</translation>
    </message>
        <message>
        <source>The quantity is larger than the simulated exchange accepts.</source>
        <translation>数量超出模拟交易所接受的范围。</translation>
    </message>
        <message>
        <source>Split the order.</source>
        <translation>请拆分委托。</translation>
    </message>
        <message>
        <source>The book cannot be opened: {detail}.</source>
        <translation>无法打开账簿：{detail}。</translation>
    </message>
        <message>
        <source>The book cannot be opened.</source>
        <translation>无法打开账簿。</translation>
    </message>
        <message>
        <source>Check that the folder exists and may be read.</source>
        <translation>请检查文件夹是否存在且可读。</translation>
    </message>
        <message>
        <source>The book holds a row like this already: {detail}.</source>
        <translation>账簿中已有相同的记录：{detail}。</translation>
    </message>
        <message>
        <source>The book holds a row like this already.</source>
        <translation>账簿中已有相同的记录。</translation>
    </message>
        <message>
        <source>The book is damaged: {detail}.</source>
        <translation>账簿已损坏：{detail}。</translation>
    </message>
        <message>
        <source>The book is damaged.</source>
        <translation>账簿已损坏。</translation>
    </message>
        <message>
        <source>Restore the newest backup; nothing was changed.</source>
        <translation>请恢复最近的备份；未做任何更改。</translation>
    </message>
        <message>
        <source>The disk is full: nothing more can be saved, so nothing is sent.</source>
        <translation>磁盘已满：无法保存，因此不会发送任何委托。</translation>
    </message>
        <message>
        <source>Free some space; trading goes on by itself.</source>
        <translation>请释放磁盘空间，交易会自动恢复。</translation>
    </message>
        <message>
        <source>The database driver is missing: {detail}.</source>
        <translation>缺少数据库驱动：{detail}。</translation>
    </message>
        <message>
        <source>The database driver is missing.</source>
        <translation>缺少数据库驱动。</translation>
    </message>
        <message>
        <source>Install it and start again.</source>
        <translation>请安装后重新启动。</translation>
    </message>
        <message>
        <source>The book could not be written: {detail}.</source>
        <translation>账簿无法写入：{detail}。</translation>
    </message>
        <message>
        <source>The book could not be written.</source>
        <translation>账簿无法写入。</translation>
    </message>
        <message>
        <source>Try again; if it stays, restart the program.</source>
        <translation>请重试；若仍然如此，请重新启动程序。</translation>
    </message>
        <message>
        <source>The disk reported an error: {detail}.</source>
        <translation>磁盘报告错误：{detail}。</translation>
    </message>
        <message>
        <source>The disk reported an error.</source>
        <translation>磁盘报告错误。</translation>
    </message>
        <message>
        <source>Check the disk, then restart the program.</source>
        <translation>请检查磁盘后重新启动程序。</translation>
    </message>
        <message>
        <source>The book is in use: {detail}.</source>
        <translation>账簿正被占用：{detail}。</translation>
    </message>
        <message>
        <source>The book is in use by another program.</source>
        <translation>账簿正被其他程序占用。</translation>
    </message>
        <message>
        <source>Close the other program and try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
        <message>
        <source>The book was written by a newer Rialto: {detail}.</source>
        <translation>账簿由较新版本的 Rialto 写入：{detail}。</translation>
    </message>
        <message>
        <source>The book was written by a newer Rialto.</source>
        <translation>账簿由较新版本的 Rialto 写入。</translation>
    </message>
        <message>
        <source>Update this program to open it.</source>
        <translation>请更新本程序后再打开。</translation>
    </message>
        <message>
        <source>There is no book here: {detail}.</source>
        <translation>此处没有账簿：{detail}。</translation>
    </message>
        <message>
        <source>There is no book here.</source>
        <translation>此处没有账簿。</translation>
    </message>
        <message>
        <source>Choose another folder or make a new book.</source>
        <translation>请选择其他文件夹或新建账簿。</translation>
    </message>
        <message>
        <source>The book must be a folder: {detail}.</source>
        <translation>账簿必须是文件夹：{detail}。</translation>
    </message>
        <message>
        <source>The book must be a folder.</source>
        <translation>账簿必须是文件夹。</translation>
    </message>
        <message>
        <source>The demo book could not be made; its past contradicts itself on {detail}.</source>
        <translation>无法建立演示账簿，其历史数据在 {detail} 自相矛盾。</translation>
    </message>
        <message>
        <source>The demo book could not be made; its past contradicts itself.</source>
        <translation>无法建立演示账簿，其历史数据自相矛盾。</translation>
    </message>
        <message>
        <source>Start with another folder and report this.</source>
        <translation>请换一个文件夹启动，并报告此问题。</translation>
    </message>
        <message>
        <source>The demo book does not say when its market began: {detail}.</source>
        <translation>演示账簿没有记录其市场的起始日期：{detail}。</translation>
    </message>
        <message>
        <source>The demo book does not say when its market began.</source>
        <translation>演示账簿没有记录其市场的起始日期。</translation>
    </message>
        <message>
        <source>Restore a backup, or start with another folder.</source>
        <translation>请恢复备份，或换一个文件夹启动。</translation>
    </message>
        <message>
        <source>The file is of a day before the book began on {detail}.</source>
        <translation>该文件的日期早于账簿的起始日 {detail}。</translation>
    </message>
        <message>
        <source>The file is of a day before the book began.</source>
        <translation>该文件的日期早于账簿的起始日。</translation>
    </message>
        <message>
        <source>Replay it with a book of its own: leave the folder out.</source>
        <translation>请用独立的账簿回放：不要指定文件夹。</translation>
    </message>
        <message>
        <source>There are no minute bars in {detail}.</source>
        <translation>{detail} 中没有分钟线。</translation>
    </message>
        <message>
        <source>There are no minute bars in the file.</source>
        <translation>该文件中没有分钟线。</translation>
    </message>
        <message>
        <source>Choose a file of minute bars.</source>
        <translation>请选择分钟线文件。</translation>
    </message>
        <message>
        <source>Choose a folder.</source>
        <translation>请选择一个文件夹。</translation>
    </message>
        <message>
        <source>The book is of an older version: {detail}.</source>
        <translation>账簿版本较旧：{detail}。</translation>
    </message>
        <message>
        <source>The book is of an older version.</source>
        <translation>账簿版本较旧。</translation>
    </message>
        <message>
        <source>Open it once for writing.</source>
        <translation>请以可写方式打开一次。</translation>
    </message>
        <message>
        <source>The book cannot be written: {detail}.</source>
        <translation>账簿不可写：{detail}。</translation>
    </message>
        <message>
        <source>The book cannot be written.</source>
        <translation>账簿不可写。</translation>
    </message>
        <message>
        <source>Check the permissions of its folder.</source>
        <translation>请检查所在文件夹的权限。</translation>
    </message>
        <message>
        <source>The tables of the book were changed from outside: {detail}.</source>
        <translation>账簿的数据表被外部更改：{detail}。</translation>
    </message>
        <message>
        <source>The tables of the book were changed from outside.</source>
        <translation>账簿的数据表被外部更改。</translation>
    </message>
        <message>
        <source>Restore a backup.</source>
        <translation>请恢复备份。</translation>
    </message>
        <message>
        <source>The book refuses a row that contradicts another: {detail}.</source>
        <translation>账簿拒绝了一条与其他记录矛盾的记录：{detail}。</translation>
    </message>
        <message>
        <source>The book refuses a row that contradicts another.</source>
        <translation>账簿拒绝了一条与其他记录矛盾的记录。</translation>
    </message>
        <message>
        <source>A row of the file is too long: {detail}.</source>
        <translation>文件中有一行过长：{detail}。</translation>
    </message>
        <message>
        <source>A row of the file is too long.</source>
        <translation>文件中有一行过长。</translation>
    </message>
        <message>
        <source>Check that every quotation mark is closed.</source>
        <translation>请检查引号是否成对。</translation>
    </message>
        <message>
        <source>The file is not text: {detail}.</source>
        <translation>文件不是文本：{detail}。</translation>
    </message>
        <message>
        <source>The file is not text.</source>
        <translation>文件不是文本。</translation>
    </message>
        <message>
        <source>Export it as CSV.</source>
        <translation>请导出为 CSV。</translation>
    </message>
        <message>
        <source>The import was stopped and nothing was imported.</source>
        <translation>导入已停止，未导入任何内容。</translation>
    </message>
        <message>
        <source>Start it again when you are ready.</source>
        <translation>需要时请重新开始。</translation>
    </message>
        <message>
        <source>Day and month cannot be told apart: {detail}.</source>
        <translation>无法区分日和月：{detail}。</translation>
    </message>
        <message>
        <source>Day and month cannot be told apart.</source>
        <translation>无法区分日和月。</translation>
    </message>
        <message>
        <source>Give the form of the dates.</source>
        <translation>请指定日期格式。</translation>
    </message>
        <message>
        <source>The file does not say which day its times belong to: {detail}.</source>
        <translation>文件没有说明时间属于哪一天：{detail}。</translation>
    </message>
        <message>
        <source>The file does not say which day its times belong to.</source>
        <translation>文件没有说明时间属于哪一天。</translation>
    </message>
        <message>
        <source>Give the date.</source>
        <translation>请指定日期。</translation>
    </message>
        <message>
        <source>The form of the dates is not complete: {detail}.</source>
        <translation>日期格式不完整：{detail}。</translation>
    </message>
        <message>
        <source>The form of the dates is not complete.</source>
        <translation>日期格式不完整。</translation>
    </message>
        <message>
        <source>Name year, month and day, for example yyyy-MM-dd.</source>
        <translation>请写明年、月、日，例如 yyyy-MM-dd。</translation>
    </message>
        <message>
        <source>The form of the dates is not known: {detail}.</source>
        <translation>无法识别日期格式：{detail}。</translation>
    </message>
        <message>
        <source>The form of the dates is not known.</source>
        <translation>无法识别日期格式。</translation>
    </message>
        <message>
        <source>Give the form, for example yyyy-MM-dd.</source>
        <translation>请指定格式，例如 yyyy-MM-dd。</translation>
    </message>
        <message>
        <source>A comma can be a thousand or a decimal: {detail}.</source>
        <translation>逗号可能是千分位，也可能是小数点：{detail}。</translation>
    </message>
        <message>
        <source>A comma can be a thousand or a decimal.</source>
        <translation>逗号可能是千分位，也可能是小数点。</translation>
    </message>
        <message>
        <source>Say which of the two it is.</source>
        <translation>请说明是哪一种。</translation>
    </message>
        <message>
        <source>The file is empty: {detail}.</source>
        <translation>文件为空：{detail}。</translation>
    </message>
        <message>
        <source>The file is empty.</source>
        <translation>文件为空。</translation>
    </message>
        <message>
        <source>Download or export it again.</source>
        <translation>请重新下载或导出。</translation>
    </message>
        <message>
        <source>The text does not fit its encoding: {detail}.</source>
        <translation>文本与其编码不符：{detail}。</translation>
    </message>
        <message>
        <source>The text does not fit its encoding.</source>
        <translation>文本与其编码不符。</translation>
    </message>
        <message>
        <source>Save the file as UTF-8.</source>
        <translation>请将文件另存为 UTF-8。</translation>
    </message>
        <message>
        <source>This computer cannot read the encoding: {detail}.</source>
        <translation>本机无法读取该编码：{detail}。</translation>
    </message>
        <message>
        <source>This computer cannot read the encoding.</source>
        <translation>本机无法读取该编码。</translation>
    </message>
        <message>
        <source>The encoding is not known: {detail}.</source>
        <translation>无法识别编码：{detail}。</translation>
    </message>
        <message>
        <source>The encoding is not known.</source>
        <translation>无法识别编码。</translation>
    </message>
        <message>
        <source>This is a folder: {detail}.</source>
        <translation>这是一个文件夹：{detail}。</translation>
    </message>
        <message>
        <source>This is a folder.</source>
        <translation>这是一个文件夹。</translation>
    </message>
        <message>
        <source>Choose a file in it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
        <message>
        <source>The file does not exist: {detail}.</source>
        <translation>文件不存在：{detail}。</translation>
    </message>
        <message>
        <source>The file does not exist.</source>
        <translation>文件不存在。</translation>
    </message>
        <message>
        <source>Choose it again.</source>
        <translation>请重新选择。</translation>
    </message>
        <message>
        <source>The file cannot be read: {detail}.</source>
        <translation>文件无法读取：{detail}。</translation>
    </message>
        <message>
        <source>The file cannot be read.</source>
        <translation>文件无法读取。</translation>
    </message>
        <message>
        <source>Check its permissions.</source>
        <translation>请检查文件权限。</translation>
    </message>
        <message>
        <source>The header lacks columns that are needed: {detail}.</source>
        <translation>表头缺少必需的列：{detail}。</translation>
    </message>
        <message>
        <source>The header lacks columns that are needed.</source>
        <translation>表头缺少必需的列。</translation>
    </message>
        <message>
        <source>Map the columns by hand.</source>
        <translation>请手工指定列。</translation>
    </message>
        <message>
        <source>The file has no header: {detail}.</source>
        <translation>文件没有表头：{detail}。</translation>
    </message>
        <message>
        <source>The file has no header.</source>
        <translation>文件没有表头。</translation>
    </message>
        <message>
        <source>The file is a web page, not a table: {detail}.</source>
        <translation>文件是网页，不是数据表：{detail}。</translation>
    </message>
        <message>
        <source>The file is a web page, not a table.</source>
        <translation>文件是网页，不是数据表。</translation>
    </message>
        <message>
        <source>Download the data itself.</source>
        <translation>请下载数据文件本身。</translation>
    </message>
        <message>
        <source>The interval of the bars is not known: {detail}.</source>
        <translation>无法识别K线周期：{detail}。</translation>
    </message>
        <message>
        <source>The interval of the bars is not known.</source>
        <translation>无法识别K线周期。</translation>
    </message>
        <message>
        <source>Give it: day, hour or minute.</source>
        <translation>请指定：日、小时或分钟。</translation>
    </message>
        <message>
        <source>The file is JSON, not a table: {detail}.</source>
        <translation>文件是 JSON，不是数据表：{detail}。</translation>
    </message>
        <message>
        <source>The file is JSON, not a table.</source>
        <translation>文件是 JSON，不是数据表。</translation>
    </message>
        <message>
        <source>The mapping names a column that is not there: {detail}.</source>
        <translation>映射中的列不存在：{detail}。</translation>
    </message>
        <message>
        <source>The mapping names a column that is not there.</source>
        <translation>映射中的列不存在。</translation>
    </message>
        <message>
        <source>Correct the mapping.</source>
        <translation>请更正映射。</translation>
    </message>
        <message>
        <source>The mapping cannot be read: {detail}.</source>
        <translation>无法读取映射：{detail}。</translation>
    </message>
        <message>
        <source>The mapping cannot be read.</source>
        <translation>无法读取映射。</translation>
    </message>
        <message>
        <source>The mapping names something that is not known: {detail}.</source>
        <translation>映射中有未知的名称：{detail}。</translation>
    </message>
        <message>
        <source>The mapping names something that is not known.</source>
        <translation>映射中有未知的名称。</translation>
    </message>
        <message>
        <source>The file writes decimals in two ways: {detail}.</source>
        <translation>文件中有两种小数写法：{detail}。</translation>
    </message>
        <message>
        <source>The file writes decimals in two ways.</source>
        <translation>文件中有两种小数写法。</translation>
    </message>
        <message>
        <source>Export it again with one of them.</source>
        <translation>请统一写法后重新导出。</translation>
    </message>
        <message>
        <source>Most rows cannot be used and nothing was imported: {detail}.</source>
        <translation>大部分行无法使用，未导入任何内容：{detail}。</translation>
    </message>
        <message>
        <source>Most rows cannot be used and nothing was imported.</source>
        <translation>大部分行无法使用，未导入任何内容。</translation>
    </message>
        <message>
        <source>Check the columns and the form of the dates.</source>
        <translation>请检查列和日期格式。</translation>
    </message>
        <message>
        <source>The file holds no row that can be read: {detail}.</source>
        <translation>文件中没有可读取的行：{detail}。</translation>
    </message>
        <message>
        <source>The file holds no row that can be read.</source>
        <translation>文件中没有可读取的行。</translation>
    </message>
        <message>
        <source>The file holds changes of an order book, not bars or ticks: {detail}.</source>
        <translation>文件内容是盘口变化，不是K线或逐笔：{detail}。</translation>
    </message>
        <message>
        <source>The file holds changes of an order book, not bars or ticks.</source>
        <translation>文件内容是盘口变化，不是K线或逐笔。</translation>
    </message>
        <message>
        <source>Choose a file of bars or ticks.</source>
        <translation>请选择K线或逐笔文件。</translation>
    </message>
        <message>
        <source>A row cannot be used and nothing was imported: {detail}.</source>
        <translation>有一行无法使用，未导入任何内容：{detail}。</translation>
    </message>
        <message>
        <source>A row cannot be used and nothing was imported.</source>
        <translation>有一行无法使用，未导入任何内容。</translation>
    </message>
        <message>
        <source>Correct the row, or import without it.</source>
        <translation>请更正该行，或跳过它再导入。</translation>
    </message>
        <message>
        <source>Nothing says which symbol this is: {detail}.</source>
        <translation>文件没有说明代码：{detail}。</translation>
    </message>
        <message>
        <source>Nothing says which symbol this is.</source>
        <translation>文件没有说明代码。</translation>
    </message>
        <message>
        <source>Give the symbol.</source>
        <translation>请指定代码。</translation>
    </message>
        <message>
        <source>The file holds ticks, which have no place here: {detail}.</source>
        <translation>文件是逐笔数据，此处无法存放：{detail}。</translation>
    </message>
        <message>
        <source>The file holds ticks, which have no place here.</source>
        <translation>文件是逐笔数据，此处无法存放。</translation>
    </message>
        <message>
        <source>Import them as ticks.</source>
        <translation>请按逐笔数据导入。</translation>
    </message>
        <message>
        <source>The times have no zone: {detail}.</source>
        <translation>时间没有时区：{detail}。</translation>
    </message>
        <message>
        <source>The times have no zone.</source>
        <translation>时间没有时区。</translation>
    </message>
        <message>
        <source>Give the time zone of the market.</source>
        <translation>请指定市场所在时区。</translation>
    </message>
        <message>
        <source>The times of the ticks do not rise: {detail}.</source>
        <translation>逐笔时间没有递增：{detail}。</translation>
    </message>
        <message>
        <source>The times of the ticks do not rise.</source>
        <translation>逐笔时间没有递增。</translation>
    </message>
        <message>
        <source>Sort the file by time.</source>
        <translation>请按时间排序。</translation>
    </message>
        <message>
        <source>The PDF could not be made: {detail}.</source>
        <translation>无法生成 PDF：{detail}。</translation>
    </message>
        <message>
        <source>The PDF could not be made.</source>
        <translation>无法生成 PDF。</translation>
    </message>
        <message>
        <source>The accounts of the statement disagree: {detail}.</source>
        <translation>对账单的账户不一致：{detail}。</translation>
    </message>
        <message>
        <source>The accounts of the statement disagree.</source>
        <translation>对账单的账户不一致。</translation>
    </message>
        <message>
        <source>Nothing was written; report this.</source>
        <translation>未写入任何内容，请反馈此问题。</translation>
    </message>
        <message>
        <source>The cash of the statement does not add up: {detail}.</source>
        <translation>对账单的现金不平：{detail}。</translation>
    </message>
        <message>
        <source>The cash of the statement does not add up.</source>
        <translation>对账单的现金不平。</translation>
    </message>
        <message>
        <source>The change in value does not add up: {detail}.</source>
        <translation>资产变动不平：{detail}。</translation>
    </message>
        <message>
        <source>The change in value does not add up.</source>
        <translation>资产变动不平。</translation>
    </message>
        <message>
        <source>The closing value does not add up: {detail}.</source>
        <translation>期末总值不平：{detail}。</translation>
    </message>
        <message>
        <source>The closing value does not add up.</source>
        <translation>期末总值不平。</translation>
    </message>
        <message>
        <source>The costs of the statement do not add up: {detail}.</source>
        <translation>对账单的费用不平：{detail}。</translation>
    </message>
        <message>
        <source>The costs of the statement do not add up.</source>
        <translation>对账单的费用不平。</translation>
    </message>
        <message>
        <source>The currencies of the statement disagree: {detail}.</source>
        <translation>对账单的币种不一致：{detail}。</translation>
    </message>
        <message>
        <source>The currencies of the statement disagree.</source>
        <translation>对账单的币种不一致。</translation>
    </message>
        <message>
        <source>The movements do not lead from opening to closing: {detail}.</source>
        <translation>现金流水与期初期末不符：{detail}。</translation>
    </message>
        <message>
        <source>The movements do not lead from opening to closing.</source>
        <translation>现金流水与期初期末不符。</translation>
    </message>
        <message>
        <source>The period of the statement is empty: {detail}.</source>
        <translation>对账单期间为空：{detail}。</translation>
    </message>
        <message>
        <source>The period of the statement is empty.</source>
        <translation>对账单期间为空。</translation>
    </message>
        <message>
        <source>A rate of the statement is not usable: {detail}.</source>
        <translation>对账单的汇率无效：{detail}。</translation>
    </message>
        <message>
        <source>A rate of the statement is not usable.</source>
        <translation>对账单的汇率无效。</translation>
    </message>
        <message>
        <source>A rate of the statement is missing: {detail}.</source>
        <translation>对账单缺少汇率：{detail}。</translation>
    </message>
        <message>
        <source>A rate of the statement is missing.</source>
        <translation>对账单缺少汇率。</translation>
    </message>
        <message>
        <source>The value series does not fit the statement: {detail}.</source>
        <translation>净值序列与对账单不符：{detail}。</translation>
    </message>
        <message>
        <source>The value series does not fit the statement.</source>
        <translation>净值序列与对账单不符。</translation>
    </message>
        <message>
        <source>A trade of the statement does not add up: {detail}.</source>
        <translation>对账单的交易不平：{detail}。</translation>
    </message>
        <message>
        <source>A trade of the statement does not add up.</source>
        <translation>对账单的交易不平。</translation>
    </message>
        <message>
        <source>There is no such report: {detail}.</source>
        <translation>没有这种报告：{detail}。</translation>
    </message>
        <message>
        <source>There is no such report.</source>
        <translation>没有这种报告。</translation>
    </message>
        <message>
        <source>Choose one from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
        <message>
        <source>The report could not be saved: {detail}.</source>
        <translation>报告无法保存：{detail}。</translation>
    </message>
        <message>
        <source>The report could not be saved.</source>
        <translation>报告无法保存。</translation>
    </message>
        <message>
        <source>Check that the folder may be written and the disk has room.</source>
        <translation>请检查文件夹权限和磁盘空间。</translation>
    </message>
        <message>
        <source>The client is not in this book.</source>
        <translation>账簿中没有该客户。</translation>
    </message>
        <message>
        <source>Choose a client from the list.</source>
        <translation>请从列表中选择客户。</translation>
    </message>
        <message>
        <source>There is no price to value a holding with: {detail}.</source>
        <translation>缺少持仓估值所需的价格：{detail}。</translation>
    </message>
        <message>
        <source>There is no price to value a holding with.</source>
        <translation>缺少持仓估值所需的价格。</translation>
    </message>
        <message>
        <source>Import prices, or choose another day.</source>
        <translation>请导入价格，或选择其他日期。</translation>
    </message>
        <message>
        <source>There is no exchange rate to value a holding with: {detail}.</source>
        <translation>缺少持仓估值所需的汇率：{detail}。</translation>
    </message>
        <message>
        <source>There is no exchange rate to value a holding with.</source>
        <translation>缺少持仓估值所需的汇率。</translation>
    </message>
        <message>
        <source>Import the rate, or choose another day.</source>
        <translation>请导入汇率，或选择其他日期。</translation>
    </message>
        <message>
        <source>The client has no account to report on.</source>
        <translation>该客户没有可出具报告的账户。</translation>
    </message>
        <message>
        <source>Open an account first.</source>
        <translation>请先开立账户。</translation>
    </message>
        <message>
        <source>Somebody has decided this already.</source>
        <translation>此申请已有人处理。</translation>
    </message>
        <message>
        <source>Look at the list again.</source>
        <translation>请刷新列表。</translation>
    </message>
        <message>
        <source>There is no such approval.</source>
        <translation>没有这项审批。</translation>
    </message>
        <message>
        <source>This client is not among those that you look after.</source>
        <translation>该客户不在您负责的范围内。</translation>
    </message>
        <message>
        <source>Ask an admin to change your clients.</source>
        <translation>请管理员调整您负责的客户。</translation>
    </message>
        <message>
        <source>The one-time code is wrong or was used before.</source>
        <translation>一次性验证码有误或已被使用。</translation>
    </message>
        <message>
        <source>Wait for the next code, and check the telephone&apos;s clock.</source>
        <translation>请等待下一个验证码，并检查手机时间。</translation>
    </message>
        <message>
        <source>A one-time code is asked for too.</source>
        <translation>还需要一次性验证码。</translation>
    </message>
        <message>
        <source>Type the code of the authenticator app, or a recovery code.</source>
        <translation>请输入验证器应用中的验证码或恢复码。</translation>
    </message>
        <message>
        <source>The key ring of this book asks for more than an honest one would.</source>
        <translation>该账簿的密钥文件参数异常。</translation>
    </message>
        <message>
        <source>Put the copy from the newest backup in its place.</source>
        <translation>请用最近备份中的副本替换。</translation>
    </message>
        <message>
        <source>The key ring of this book (book.keys) cannot be read.</source>
        <translation>无法读取该账簿的密钥文件（book.keys）。</translation>
    </message>
        <message>
        <source>Another program is trying a password at this book.</source>
        <translation>另一程序正在验证该账簿的密码。</translation>
    </message>
        <message>
        <source>Try again in a moment.</source>
        <translation>请稍后再试。</translation>
    </message>
        <message>
        <source>The book is encrypted, but its key ring (book.keys) is gone.</source>
        <translation>账簿已加密，但密钥文件（book.keys）丢失。</translation>
    </message>
        <message>
        <source>Put the copy from the newest backup beside the book.</source>
        <translation>请将最近备份中的副本放回账簿目录。</translation>
    </message>
        <message>
        <source>This is the last admin.</source>
        <translation>这是最后一位管理员。</translation>
    </message>
        <message>
        <source>Give the role to another user first.</source>
        <translation>请先将该角色授予其他用户。</translation>
    </message>
        <message>
        <source>This book is protected.</source>
        <translation>该账簿受保护。</translation>
    </message>
        <message>
        <source>Log in.</source>
        <translation>请登录。</translation>
    </message>
        <message>
        <source>There is no second factor.</source>
        <translation>没有第二验证因素。</translation>
    </message>
        <message>
        <source>Begin with a new one.</source>
        <translation>请先新建。</translation>
    </message>
        <message>
        <source>You may not do this.</source>
        <translation>您没有此项权限。</translation>
    </message>
        <message>
        <source>Ask an admin for the permission.</source>
        <translation>请向管理员申请权限。</translation>
    </message>
        <message>
        <source>This book is not protected.</source>
        <translation>该账簿未受保护。</translation>
    </message>
        <message>
        <source>Protect it first.</source>
        <translation>请先启用保护。</translation>
    </message>
        <message>
        <source>Who asks does not approve.</source>
        <translation>申请人不能审批自己的申请。</translation>
    </message>
        <message>
        <source>Let another person decide.</source>
        <translation>请由另一人审批。</translation>
    </message>
        <message>
        <source>The user or the password is wrong.</source>
        <translation>用户名或密码错误。</translation>
    </message>
        <message>
        <source>Type both again.</source>
        <translation>请重新输入。</translation>
    </message>
        <message>
        <source>The password is put together from what attackers try first.</source>
        <translation>该密码由常见词组成，容易被猜到。</translation>
    </message>
        <message>
        <source>Take words of your own that do not belong together.</source>
        <translation>请使用互不相关的词语。</translation>
    </message>
        <message>
        <source>The password is too long.</source>
        <translation>密码过长。</translation>
    </message>
        <message>
        <source>Take at most 1024 bytes.</source>
        <translation>最多 1024 字节。</translation>
    </message>
        <message>
        <source>The password is too short.</source>
        <translation>密码过短。</translation>
    </message>
        <message>
        <source>Take at least 15 characters, a sentence is good; or 8 with a second factor.</source>
        <translation>至少 15 个字符，可用一句话；启用第二因素时至少 8 个。</translation>
    </message>
        <message>
        <source>This book is protected already.</source>
        <translation>该账簿已受保护。</translation>
    </message>
        <message>
        <source>A reason is needed before personal data is shown.</source>
        <translation>查看个人信息前须说明理由。</translation>
    </message>
        <message>
        <source>Write why you look at it.</source>
        <translation>请填写查看理由。</translation>
    </message>
        <message>
        <source>There is no such role.</source>
        <translation>没有这个角色。</translation>
    </message>
        <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
        <message>
        <source>This user is shut out.</source>
        <translation>该用户已被停用。</translation>
    </message>
        <message>
        <source>Ask an admin.</source>
        <translation>请联系管理员。</translation>
    </message>
        <message>
        <source>There is a user of that name already.</source>
        <translation>该用户名已存在。</translation>
    </message>
        <message>
        <source>A user&apos;s name is 1 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter.</source>
        <translation>用户名为 1 至 32 个字符：小写字母、数字、点、连字符或下划线，且以字母开头。</translation>
    </message>
        <message>
        <source>There is no such user.</source>
        <translation>没有这个用户。</translation>
    </message>
        <message>
        <source>After wrong passwords there is a wait before the next one is looked at.</source>
        <translation>多次输错密码，须等待后再试。</translation>
    </message>
        <message>
        <source>Wait, or ask an admin to set a new password.</source>
        <translation>请等待，或请管理员重设密码。</translation>
    </message>
        <message>
        <source>This waits for a second person&apos;s approval.</source>
        <translation>此操作须由第二人审批。</translation>
    </message>
        <message>
        <source>You find it among the approvals.</source>
        <translation>可在审批列表中查看。</translation>
    </message>
        <message>
        <source>A command that waited for approval cannot be read any more.</source>
        <translation>等待审批的指令已无法读取。</translation>
    </message>
        <message>
        <source>Refuse it, and let it be asked for again.</source>
        <translation>请驳回并重新提交。</translation>
    </message>
        <message>
        <source>The file is no encrypted database of this book.</source>
        <translation>该文件不是此账簿的加密数据库。</translation>
    </message>
        <message>
        <source>A page of the book is not what was written.</source>
        <translation>账簿中有一页数据与写入时不符。</translation>
    </message>
        <message>
        <source>Encrypted books cannot be opened on this machine.</source>
        <translation>本机无法打开加密账簿。</translation>
    </message>
        <message>
        <source>Install Rialto with the system&apos;s SQLite.</source>
        <translation>请安装使用系统 SQLite 的 Rialto。</translation>
    </message>
        <message>
        <source>There is no contract to follow: {detail}.</source>
        <translation>没有可跟随的合约：{detail}。</translation>
    </message>
        <message>
        <source>There is no contract to follow.</source>
        <translation>没有可跟随的合约。</translation>
    </message>
        <message>
        <source>Import the contracts&apos; bars first.</source>
        <translation>请先导入合约的K线。</translation>
    </message>
        <message>
        <source>No open interest is known: {detail}.</source>
        <translation>没有持仓量数据：{detail}。</translation>
    </message>
        <message>
        <source>No open interest is known.</source>
        <translation>没有持仓量数据。</translation>
    </message>
        <message>
        <source>Roll by volume or by the calendar.</source>
        <translation>请按成交量或日历换月。</translation>
    </message>
        <message>
        <source>The contracts cannot be joined: {detail}.</source>
        <translation>合约无法拼接：{detail}。</translation>
    </message>
        <message>
        <source>The contracts cannot be joined.</source>
        <translation>合约无法拼接。</translation>
    </message>
        <message>
        <source>Join them without adjustment.</source>
        <translation>请不做调整地拼接。</translation>
    </message>
        <message>
        <source>The decision {detail}.</source>
        <translation>决定 {detail}。</translation>
    </message>
        <message>
        <source>There is no such decision.</source>
        <translation>没有这个决定。</translation>
    </message>
        <message>
        <source>Refresh the list.</source>
        <translation>请刷新列表。</translation>
    </message>
        <message>
        <source>There is no import {detail}.</source>
        <translation>没有导入 {detail}。</translation>
    </message>
        <message>
        <source>There is nothing to undo: {detail}.</source>
        <translation>没有可撤销的：{detail}。</translation>
    </message>
        <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的。</translation>
    </message>
        <message>
        <source>Refresh the list of decisions.</source>
        <translation>请刷新决定列表。</translation>
    </message>
        <message>
        <source>This note cannot be kept: {detail}.</source>
        <translation>这条笔记无法保存：{detail}。</translation>
    </message>
        <message>
        <source>This note cannot be kept.</source>
        <translation>这条笔记无法保存。</translation>
    </message>
        <message>
        <source>Change it and keep it again.</source>
        <translation>请修改后再保存。</translation>
    </message>
        <message>
        <source>There is no note {detail}.</source>
        <translation>没有笔记 {detail}。</translation>
    </message>
        <message>
        <source>There is no such note.</source>
        <translation>没有这条笔记。</translation>
    </message>
        <message>
        <source>A parameter does not fit: {detail}.</source>
        <translation>参数不合适：{detail}。</translation>
    </message>
        <message>
        <source>A parameter does not fit.</source>
        <translation>参数不合适。</translation>
    </message>
        <message>
        <source>Look at the indicator&apos;s parameters.</source>
        <translation>请查看该指标的参数。</translation>
    </message>
        <message>
        <source>The search was cancelled.</source>
        <translation>搜索已取消。</translation>
    </message>
        <message>
        <source>Start it again when it is wanted.</source>
        <translation>需要时请重新开始。</translation>
    </message>
        <message>
        <source>The condition cannot be read: {detail}.</source>
        <translation>条件无法读懂：{detail}。</translation>
    </message>
        <message>
        <source>The condition cannot be read.</source>
        <translation>条件无法读懂。</translation>
    </message>
        <message>
        <source>Write it as in rsi(14) &lt; 30 and close &gt; sma(200).</source>
        <translation>请写成 rsi(14) &lt; 30 and close &gt; sma(200) 的样子。</translation>
    </message>
        <message>
        <source>The condition is too long: {detail}.</source>
        <translation>条件太长：{detail}。</translation>
    </message>
        <message>
        <source>The condition is too long.</source>
        <translation>条件太长。</translation>
    </message>
        <message>
        <source>Make two of it.</source>
        <translation>请分成两个。</translation>
    </message>
        <message>
        <source>A name is not known: {detail}.</source>
        <translation>名称未知：{detail}。</translation>
    </message>
        <message>
        <source>A name of the condition is not known.</source>
        <translation>条件中的名称未知。</translation>
    </message>
        <message>
        <source>Choose an indicator, a column or a fundamental.</source>
        <translation>请使用指标、价格列或基本面名称。</translation>
    </message>
        <message>
            <source>The logo cannot be used: {detail}.</source>
            <translation>标志无法使用：{detail}。</translation>
        </message>
        <message>
            <source>The logo cannot be used.</source>
            <translation>标志无法使用。</translation>
        </message>
        <message>
            <source>Take a PNG or JPEG of at most 4096 pixels a side.</source>
            <translation>请使用边长不超过 4096 像素的 PNG 或 JPEG。</translation>
        </message>
        <message>
            <source>The white label cannot be read: {detail}.</source>
            <translation>白标文件无法读取：{detail}。</translation>
        </message>
        <message>
            <source>The white label cannot be read.</source>
            <translation>白标文件无法读取。</translation>
        </message>
        <message>
            <source>Correct the file.</source>
            <translation>请更正该文件。</translation>
        </message>
        <message>
            <source>This is no address of a figure: {detail}.</source>
            <translation>这不是数字的地址：{detail}。</translation>
        </message>
        <message>
            <source>This is no address of a figure.</source>
            <translation>这不是数字的地址。</translation>
        </message>
        <message>
            <source>Copy it from the report.</source>
            <translation>请从报告中复制。</translation>
        </message>
        <message>
            <source>A figure is computed from itself: {detail}.</source>
            <translation>某个数字由其自身计算得出：{detail}。</translation>
        </message>
        <message>
            <source>A figure is computed from itself.</source>
            <translation>某个数字由其自身计算得出。</translation>
        </message>
        <message>
            <source>Make the report anew.</source>
            <translation>请重新生成报告。</translation>
        </message>
        <message>
            <source>A figure misses what it is computed from: {detail}.</source>
            <translation>某个数字缺少计算依据：{detail}。</translation>
        </message>
        <message>
            <source>A figure misses what it is computed from.</source>
            <translation>某个数字缺少计算依据。</translation>
        </message>
        <message>
            <source>A figure is too large to be computed: {detail}.</source>
            <translation>某个数字过大，无法计算：{detail}。</translation>
        </message>
        <message>
            <source>A figure is too large to be computed.</source>
            <translation>某个数字过大，无法计算。</translation>
        </message>
        <message>
            <source>Check the amounts behind it.</source>
            <translation>请核对其依据的金额。</translation>
        </message>
        <message>
            <source>A figure has no value: {detail}.</source>
            <translation>某个数字没有取值：{detail}。</translation>
        </message>
        <message>
            <source>A figure has no value.</source>
            <translation>某个数字没有取值。</translation>
        </message>
        <message>
            <source>Check what it is divided by.</source>
            <translation>请核对其除数。</translation>
        </message>
        <message>
            <source>The report has no such figure: {detail}.</source>
            <translation>报告中没有这个数字：{detail}。</translation>
        </message>
        <message>
            <source>The report has no such figure.</source>
            <translation>报告中没有这个数字。</translation>
        </message>
        <message>
            <source>Copy its address from the report.</source>
            <translation>请从报告中复制其地址。</translation>
        </message>
        <message>
            <source>This is no report of Rialto: {detail}.</source>
            <translation>这不是 Rialto 的报告：{detail}。</translation>
        </message>
        <message>
            <source>This is no report of Rialto.</source>
            <translation>这不是 Rialto 的报告。</translation>
        </message>
        <message>
            <source>Choose a report that was saved as JSON.</source>
            <translation>请选择以 JSON 保存的报告。</translation>
        </message>
        <message>
            <source>The file is too large for a report: {detail}.</source>
            <translation>文件过大，不可能是报告：{detail}。</translation>
        </message>
        <message>
            <source>The file is too large for a report.</source>
            <translation>文件过大，不可能是报告。</translation>
        </message>
        <message>
            <source>The list of issued reports was changed: {detail}.</source>
            <translation>已签发报告的清单被改动：{detail}。</translation>
        </message>
        <message>
            <source>The list of issued reports was changed.</source>
            <translation>已签发报告的清单被改动。</translation>
        </message>
        <message>
            <source>Save the reports into another folder and compare.</source>
            <translation>请将报告保存到其他文件夹并比较。</translation>
        </message>
        <message>
            <source>There is no price of what the model asks for: {detail}.</source>
            <translation>模型所需品种没有价格：{detail}。</translation>
        </message>
        <message>
            <source>There is no price of what the model asks for.</source>
            <translation>模型所需品种没有价格。</translation>
        </message>
        <message>
            <source>Import its prices, or use a model of instruments that are known.</source>
            <translation>请导入其价格，或使用由已知品种构成的模型。</translation>
        </message>
        <message>
            <source>Nothing is held: {detail}.</source>
            <translation>没有持仓：{detail}。</translation>
        </message>
        <message>
            <source>Nothing is held at the start of the period.</source>
            <translation>期初没有持仓。</translation>
        </message>
        <message>
            <source>Choose a later period.</source>
            <translation>请选择更晚的期间。</translation>
        </message>
        <message>
            <source>This report is about something that the book does not hold: {detail}.</source>
            <translation>该报告的对象不在账簿中：{detail}。</translation>
        </message>
        <message>
            <source>This report is about something that the book does not hold.</source>
            <translation>该报告的对象不在账簿中。</translation>
        </message>
        <message>
            <source>Make it from a backtest or a research note.</source>
            <translation>请由回测或研究笔记生成。</translation>
        </message>
        <message>
            <source>The bars of the series are not in the order of time: {detail}.</source>
            <translation>该序列的 K 线未按时间排列：{detail}。</translation>
        </message>
        <message>
            <source>The bars of the series are not in the order of time.</source>
            <translation>该序列的 K 线未按时间排列。</translation>
        </message>
        <message>
            <source>Check the series on the Data screen.</source>
            <translation>请在数据页面检查该序列。</translation>
        </message>
        <message>
            <source>The strategy asks for an indicator that is not known: {detail}.</source>
            <translation>策略使用了未知指标：{detail}。</translation>
        </message>
        <message>
            <source>The strategy asks for an indicator that is not known.</source>
            <translation>策略使用了未知指标。</translation>
        </message>
        <message>
            <source>Check the strategy.</source>
            <translation>请检查策略。</translation>
        </message>
        <message>
            <source>There are no bars to run over: {detail}.</source>
            <translation>没有可回测的 K 线：{detail}。</translation>
        </message>
        <message>
            <source>There are no bars to run over.</source>
            <translation>没有可回测的 K 线。</translation>
        </message>
        <message>
            <source>Choose another series, or import it.</source>
            <translation>请选择其他序列，或先导入。</translation>
        </message>
        <message>
            <source>These parameters do not fit together: {detail}.</source>
            <translation>参数互不相容：{detail}。</translation>
        </message>
        <message>
            <source>These parameters do not fit together.</source>
            <translation>参数互不相容。</translation>
        </message>
        <message>
            <source>Change one of them.</source>
            <translation>请修改其中一项。</translation>
        </message>
        <message>
            <source>The parameter cannot have this value: {detail}.</source>
            <translation>参数取值无效：{detail}。</translation>
        </message>
        <message>
            <source>The parameter cannot have this value.</source>
            <translation>参数取值无效。</translation>
        </message>
        <message>
            <source>Write a number within its range.</source>
            <translation>请填写范围内的数值。</translation>
        </message>
        <message>
            <source>There is no such parameter: {detail}.</source>
            <translation>没有这个参数：{detail}。</translation>
        </message>
        <message>
            <source>There is no such parameter.</source>
            <translation>没有这个参数。</translation>
        </message>
        <message>
            <source>Choose one of those that are known.</source>
            <translation>请选择已知参数。</translation>
        </message>
        <message>
            <source>Nobody knows this report: {detail}.</source>
            <translation>没有这份报告的记录：{detail}。</translation>
        </message>
        <message>
            <source>Nobody knows this report.</source>
            <translation>没有这份报告的记录。</translation>
        </message>
        <message>
            <source>Look for the manifest beside it.</source>
            <translation>请查找与其同处的清单。</translation>
        </message>
        <message>
            <source>A file cannot be read: {detail}.</source>
            <translation>文件无法读取：{detail}。</translation>
        </message>
        <message>
            <source>A file cannot be read.</source>
            <translation>文件无法读取。</translation>
        </message>
        <message>
            <source>Check that it is there and may be read.</source>
            <translation>请检查文件是否存在且可读。</translation>
        </message>
        <message>
            <source>The book&apos;s record of reports was changed: {detail}.</source>
            <translation>账簿的报告记录被改动：{detail}。</translation>
        </message>
        <message>
            <source>The book&apos;s record of reports was changed.</source>
            <translation>账簿的报告记录被改动。</translation>
        </message>
        <message>
            <source>Restore it from a backup.</source>
            <translation>请从备份恢复。</translation>
        </message>
        <message>
            <source>The workbook could not be made: {detail}.</source>
            <translation>工作簿无法生成：{detail}。</translation>
        </message>
        <message>
            <source>The workbook could not be made.</source>
            <translation>工作簿无法生成。</translation>
        </message>
        <message>
            <source>Check that the disk has room.</source>
            <translation>请检查磁盘空间。</translation>
        </message>
        <message>
            <source>Check the permissions of the book's folder.</source>
            <translation>请检查账簿文件夹的权限。</translation>
        </message>
        <message>
            <source>A text is not valid Unicode and was not saved.</source>
            <translation>有文本不是有效的 Unicode，未保存。</translation>
        </message>
        <message>
            <source>The password is not a text.</source>
            <translation>密码不是有效文本。</translation>
        </message>
        <message>
            <source>Type it again.</source>
            <translation>请重新输入。</translation>
        </message>
        <message>
            <source>The workbook cannot be written: {detail}.</source>
            <translation>工作簿无法写入：{detail}。</translation>
        </message>
        <message>
            <source>The workbook cannot be written.</source>
            <translation>工作簿无法写入。</translation>
        </message>
        <message>
            <source>The password is not readable text.</source>
            <translation>密码不是可读的文本。</translation>
        </message>
        <message>
            <source>A text cannot be kept: {detail}.</source>
            <translation>文本无法保存：{detail}。</translation>
        </message>
        <message>
            <source>A text cannot be kept as it is not readable.</source>
            <translation>文本不可读，无法保存。</translation>
        </message>
        <message>
        <source>The cancel did not reach the broker; the order works on.</source>
        <translation>撤单未送达券商，委托仍然有效。</translation>
    </message>
        <message>
        <source>Cancel it again.</source>
        <translation>请再次撤单。</translation>
    </message>
        <message>
        <source>A rate of the faults cannot be read.</source>
        <translation>故障概率无法读取。</translation>
    </message>
        <message>
        <source>See --help.</source>
        <translation>请查看 --help。</translation>
    </message>
        <message>
        <source>The broker's library cannot be loaded.</source>
        <translation>券商程序库无法加载。</translation>
    </message>
        <message>
        <source>Check the file.</source>
        <translation>请检查文件。</translation>
    </message>
        <message>
        <source>The broker's adapter said something that cannot be read.</source>
        <translation>券商适配器发来的消息无法读取。</translation>
    </message>
        <message>
        <source>Check the adapter's version.</source>
        <translation>请检查适配器的版本。</translation>
    </message>
        <message>
        <source>The broker's adapter said more than a message may hold.</source>
        <translation>券商适配器发来的消息过大。</translation>
    </message>
        <message>
        <source>The broker's library was built for another version.</source>
        <translation>券商程序库是为其他版本编译的。</translation>
    </message>
        <message>
        <source>Ask for a newer one.</source>
        <translation>请获取更新的版本。</translation>
    </message>
        <message>
        <source>The broker's library does not say what it can do.</source>
        <translation>券商程序库未说明其功能。</translation>
    </message>
        <message>
        <source>Ask its maker.</source>
        <translation>请联系其制作者。</translation>
    </message>
        <message>
        <source>The broker holds another position than the executions add up to.</source>
        <translation>券商持仓与成交累计不符。</translation>
    </message>
        <message>
        <source>Compare with the broker's statement.</source>
        <translation>请与券商对账单核对。</translation>
    </message>
        <message>
        <source>The change did not reach the broker; the order works on as it was.</source>
        <translation>改单未送达券商，委托按原条件有效。</translation>
    </message>
        <message>
        <source>Change it again.</source>
        <translation>请再次改单。</translation>
    </message>
        <message>
        <source>The broker's settings cannot be used.</source>
        <translation>券商设置无法使用。</translation>
    </message>
        <message>
        <source>Check the settings.</source>
        <translation>请检查设置。</translation>
    </message>
        <message>
        <source>There is no such broker.</source>
        <translation>没有这个券商。</translation>
    </message>
        <message>
        <source>See the list of brokers.</source>
        <translation>请查看券商列表。</translation>
    </message>
        <message>
            <source>The list of accounts is not right.</source>
            <translation>账户列表有误。</translation>
        </message>
        <message>
            <source>Name each account once, at least one.</source>
            <translation>请列出至少一个账户，且每个账户只列一次。</translation>
        </message>
        <message>
            <source>This way of sharing out is not known.</source>
            <translation>未知的分配方式。</translation>
        </message>
        <message>
            <source>Choose pro rata, percent, equal, model or manual.</source>
            <translation>请选择按比例、百分比、均分、模型或手工。</translation>
        </message>
        <message>
            <source>The weights of the model are not right.</source>
            <translation>模型权重有误。</translation>
        </message>
        <message>
            <source>They are percentages, each instrument once, at most 100 in a currency.</source>
            <translation>权重为百分比，每个证券一次，同一货币合计不超过100。</translation>
        </message>
        <message>
            <source>Every account is at its target already.</source>
            <translation>所有账户均已达到目标。</translation>
        </message>
        <message>
            <source>There is no price of {detail} yet.</source>
            <translation>{detail}尚无价格。</translation>
        </message>
        <message>
            <source>There is no price of an instrument yet.</source>
            <translation>某证券尚无价格。</translation>
        </message>
        <message>
            <source>Wait for the market to trade it.</source>
            <translation>请等待市场成交。</translation>
        </message>
        <message>
            <source>This kind of group is not known.</source>
            <translation>未知的订单组类型。</translation>
        </message>
        <message>
            <source>Choose OCO, OTO or bracket.</source>
            <translation>请选择二选一、触发或括号单。</translation>
        </message>
        <message>
            <source>The terms of an order cannot be read.</source>
            <translation>订单条款无法读取。</translation>
        </message>
        <message>
            <source>Enter them again.</source>
            <translation>请重新输入。</translation>
        </message>
        <message>
            <source>The account {detail} is in the block twice.</source>
            <translation>账户{detail}在大宗订单中出现两次。</translation>
        </message>
        <message>
            <source>An account is in the block twice.</source>
            <translation>某账户在大宗订单中出现两次。</translation>
        </message>
        <message>
            <source>Give it one share.</source>
            <translation>请只分配一次。</translation>
        </message>
        <message>
            <source>A block order ends with its day.</source>
            <translation>大宗订单当日有效。</translation>
        </message>
        <message>
            <source>Choose another time in force.</source>
            <translation>请选择其他有效期。</translation>
        </message>
        <message>
            <source>A block needs at least one share and takes at most 20,000.</source>
            <translation>大宗订单需要1至20,000个份额。</translation>
        </message>
        <message>
            <source>Split it.</source>
            <translation>请拆分。</translation>
        </message>
        <message>
            <source>A text is too long.</source>
            <translation>文字过长。</translation>
        </message>
        <message>
            <source>The last day of the order has passed or is missing.</source>
            <translation>订单的截止日已过或未填。</translation>
        </message>
        <message>
            <source>Enter a day from today on.</source>
            <translation>请输入今天或以后的日期。</translation>
        </message>
        <message>
            <source>An order of the group cannot wait for the others.</source>
            <translation>组内某订单不能等待其他订单。</translation>
        </message>
        <message>
            <source>Use plain orders that last, none larger than the first.</source>
            <translation>请使用可持续有效的普通订单，数量不超过首单。</translation>
        </message>
        <message>
            <source>The orders of a group are of one account, one instrument and, where they cancel each other, one side.</source>
            <translation>同组订单须为同一账户、同一证券，互斥时方向相同。</translation>
        </message>
        <message>
            <source>A group has two to twenty orders, a bracket at least three.</source>
            <translation>订单组含2至20个订单，括号单至少3个。</translation>
        </message>
        <message>
            <source>The kill switch is for the firm or one account.</source>
            <translation>紧急停止开关仅针对公司或单个账户。</translation>
        </message>
        <message>
            <source>A trailing stop needs one distance: a price or a share.</source>
            <translation>跟踪止损需要一个距离：价格或百分比。</translation>
        </message>
        <message>
            <source>Enter it.</source>
            <translation>请输入。</translation>
        </message>
        <message>
            <source>This order needs a trigger price.</source>
            <translation>该订单需要触发价。</translation>
        </message>
        <message>
            <source>The algorithm cannot run: {detail}.</source>
            <translation>算法无法运行：{detail}。</translation>
        </message>
        <message>
            <source>The algorithm cannot run with these terms.</source>
            <translation>算法无法以此条件运行。</translation>
        </message>
        <message>
            <source>Change them.</source>
            <translation>请修改。</translation>
        </message>
        <message>
            <source>The shares are not whole lots.</source>
            <translation>份额不是整手。</translation>
        </message>
        <message>
            <source>Change the quantity.</source>
            <translation>请修改数量。</translation>
        </message>
        <message>
            <source>The percentages do not make 100.</source>
            <translation>百分比合计不等于100。</translation>
        </message>
        <message>
            <source>A share cannot be reckoned: the figures are out of range.</source>
            <translation>份额无法计算：数值超出范围。</translation>
        </message>
        <message>
            <source>Check price and account.</source>
            <translation>请检查价格和账户。</translation>
        </message>
        <message>
            <source>The shares do not make the whole quantity.</source>
            <translation>份额合计不等于总数量。</translation>
        </message>
        <message>
            <source>The weights share nothing out.</source>
            <translation>权重无法分配。</translation>
        </message>
        <message>
            <source>Give each account one, at least one above zero.</source>
            <translation>请为每个账户填写权重，至少一个大于零。</translation>
        </message>
        <message>
            <source>The columns of the list are not right: {detail}.</source>
            <translation>列表的列有误：{detail}。</translation>
        </message>
        <message>
            <source>The columns of the list are not right.</source>
            <translation>列表的列有误。</translation>
        </message>
        <message>
            <source>Name them in the first line.</source>
            <translation>请在首行写明列名。</translation>
        </message>
        <message>
            <source>There are no orders in the list.</source>
            <translation>列表中没有订单。</translation>
        </message>
        <message>
            <source>The list is too long.</source>
            <translation>列表过长。</translation>
        </message>
        <message>
            <source>A block could not be shared out: {detail}.</source>
            <translation>大宗成交无法分配：{detail}。</translation>
        </message>
        <message>
            <source>A block could not be shared out.</source>
            <translation>大宗成交无法分配。</translation>
        </message>
        <message>
            <source>It stays in the house account: book the shares by hand.</source>
            <translation>成交留在公司账户，请手工入账。</translation>
        </message>
        <message>
            <source>The rest of the block did not trade.</source>
            <translation>大宗订单其余部分未成交。</translation>
        </message>
        <message>
            <source>The broker refused the block.</source>
            <translation>经纪商拒绝了大宗订单。</translation>
        </message>
        <message>
            <source>The day of the order is over.</source>
            <translation>订单有效日已过。</translation>
        </message>
        <message>
            <source>The broker takes no {detail} orders.</source>
            <translation>经纪商不接受{detail}订单。</translation>
        </message>
        <message>
            <source>The broker takes no such orders.</source>
            <translation>经纪商不接受此类订单。</translation>
        </message>
        <message>
            <source>Send it plain, or use an algorithm.</source>
            <translation>请用普通订单或算法。</translation>
        </message>
        <message>
            <source>Another order of its group is done.</source>
            <translation>同组另一订单已完成。</translation>
        </message>
        <message>
            <source>The broker has no such group and keeping it here would not be safe: two of its orders could trade.</source>
            <translation>经纪商不支持此订单组，在本机维护也不安全：可能两个订单同时成交。</translation>
        </message>
        <message>
            <source>Let all but one wait for a trigger.</source>
            <translation>请让除一个外的订单都等待触发。</translation>
        </message>
        <message>
            <source>A group could not set aside all that it may need.</source>
            <translation>订单组未能预留全部所需。</translation>
        </message>
        <message>
            <source>Check the account's free cash and holdings.</source>
            <translation>请检查账户可用资金和持仓。</translation>
        </message>
        <message>
            <source>The quantity of an order in a group is its group's.</source>
            <translation>组内订单的数量由订单组决定。</translation>
        </message>
        <message>
            <source>Cancel the group and place it again.</source>
            <translation>请取消订单组后重新下单。</translation>
        </message>
        <message>
            <source>Rialto cancels it at the close of its last day. If Rialto is off then, at the next start.</source>
            <translation>Rialto将在截止日收盘时取消；若届时未运行，则在下次启动时取消。</translation>
        </message>
        <message>
            <source>The broker has no such group: Rialto keeps one of its orders live at a time. While Rialto is off only that one works.</source>
            <translation>经纪商不支持此订单组：Rialto每次只让其中一个订单有效。Rialto关闭时仅该订单有效。</translation>
        </message>
        <message>
            <source>The broker has no such order: Rialto watches the trigger and sends it then. While Rialto is off nothing watches.</source>
            <translation>经纪商不支持此订单：Rialto监视触发价并届时发送。Rialto关闭时无人监视。</translation>
        </message>
        <message>
            <source>The kill switch cancelled it.</source>
            <translation>已被紧急停止开关取消。</translation>
        </message>
        <message>
            <source>This is a share of a block.</source>
            <translation>这是大宗订单的份额。</translation>
        </message>
        <message>
            <source>Cancel the block.</source>
            <translation>请取消大宗订单。</translation>
        </message>
        <message>
            <source>The broker does not take this time in force.</source>
            <translation>经纪商不接受此有效期。</translation>
        </message>
        <message>
            <source>Choose another.</source>
            <translation>请选择其他有效期。</translation>
        </message>
        <message>
            <source>Choose another type.</source>
            <translation>请选择其他类型。</translation>
        </message>
        <message>
            <source>The kill switch is on: no orders are taken.</source>
            <translation>紧急停止开关已开启：不接受订单。</translation>
        </message>
        <message>
            <source>Whoever threw it can turn it off.</source>
            <translation>由开启者关闭。</translation>
        </message>
        <message>
            <source>A limit on the price collar says no: {detail}.</source>
            <translation>价格偏离超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the price collar says no.</source>
            <translation>价格偏离超过限额。</translation>
        </message>
        <message>
            <source>Make it smaller, or ask for a higher limit.</source>
            <translation>请减小，或申请提高限额。</translation>
        </message>
        <message>
            <source>A limit on concentration says no: {detail}.</source>
            <translation>集中度超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on concentration says no.</source>
            <translation>集中度超过限额。</translation>
        </message>
        <message>
            <source>A limit on the value of the day's orders says no: {detail}.</source>
            <translation>当日订单金额超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the value of the day's orders says no.</source>
            <translation>当日订单金额超过限额。</translation>
        </message>
        <message>
            <source>A limit on the day's loss says no: {detail}.</source>
            <translation>当日亏损超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the day's loss says no.</source>
            <translation>当日亏损超过限额。</translation>
        </message>
        <message>
            <source>A limit on the value of one order says no: {detail}.</source>
            <translation>单笔订单金额超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the value of one order says no.</source>
            <translation>单笔订单金额超过限额。</translation>
        </message>
        <message>
            <source>A limit on open orders says no: {detail}.</source>
            <translation>未完成订单数超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on open orders says no.</source>
            <translation>未完成订单数超过限额。</translation>
        </message>
        <message>
            <source>A limit on the position says no: {detail}.</source>
            <translation>持仓数量超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the position says no.</source>
            <translation>持仓数量超过限额。</translation>
        </message>
        <message>
            <source>A limit on the value of the position says no: {detail}.</source>
            <translation>持仓市值超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the value of the position says no.</source>
            <translation>持仓市值超过限额。</translation>
        </message>
        <message>
            <source>A limit on orders a second says no: {detail}.</source>
            <translation>每秒订单数超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on orders a second says no.</source>
            <translation>每秒订单数超过限额。</translation>
        </message>
        <message>
            <source>A limit on short positions says no: {detail}.</source>
            <translation>卖空数量超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on short positions says no.</source>
            <translation>卖空数量超过限额。</translation>
        </message>
        <message>
            <source>A limit on the size of one order says no: {detail}.</source>
            <translation>单笔订单数量超过限额：{detail}。</translation>
        </message>
        <message>
            <source>A limit on the size of one order says no.</source>
            <translation>单笔订单数量超过限额。</translation>
        </message>
        <message>
            <source>The same order was sent a moment ago.</source>
            <translation>刚刚发送过相同订单。</translation>
        </message>
        <message>
            <source>Wait, if it is meant.</source>
            <translation>如确需再次下单请稍候。</translation>
        </message>
        <message>
            <source>This limit is not known.</source>
            <translation>未知的限额。</translation>
        </message>
        <message>
            <source>Name a scope and a kind.</source>
            <translation>请指定范围和种类。</translation>
        </message>
        <message>
            <source>The value of a limit is a whole number that is not negative.</source>
            <translation>限额须为非负整数。</translation>
        </message>
        <message>
            <source>The exchange does not take orders with these terms together.</source>
            <translation>交易所不接受这些条款的组合。</translation>
        </message>
        <message>
            <source>The shown quantity is not a whole number of lots within the order.</source>
            <translation>显示数量须为不超过订单的整手数。</translation>
        </message>
        <message>
            <source>Change it.</source>
            <translation>请修改。</translation>
        </message>
        <message>
            <source>The order has no last day.</source>
            <translation>订单没有截止日。</translation>
        </message>
        <message>
            <source>Another order of its group was refused.</source>
            <translation>同组另一订单被拒绝。</translation>
        </message>
        <message>
            <source>There was no price to follow.</source>
            <translation>没有可跟随的价格。</translation>
        </message>
        <message>
            <source>Send it when the market has one.</source>
            <translation>请在市场有价格时发送。</translation>
        </message>
        <message>
            <source>The distance of the trailing stop is not right, or nothing has traded yet.</source>
            <translation>跟踪止损的距离有误，或尚无成交。</translation>
        </message>
        <message>
            <source>Change it, or wait for a trade.</source>
            <translation>请修改，或等待成交。</translation>
        </message>
        <message>
            <source>The trigger price is not a whole number of ticks.</source>
            <translation>触发价不是最小变动单位的整数倍。</translation>
        </message>
        <message>
            <source>It would have taken from the book, which it was told not to.</source>
            <translation>该订单会吃单，与其条件不符。</translation>
        </message>
        <message>
            <source>Give it a price further back.</source>
            <translation>请使用更靠后的价格。</translation>
        </message>
        <message>
        <source>The broker's process has ended; it is started again.</source>
        <translation>券商进程已结束，正在重新启动。</translation>
    </message>
        <message>
        <source>Wait a moment.</source>
        <translation>请稍候。</translation>
    </message>
        <message>
        <source>The broker's process cannot be started.</source>
        <translation>无法启动券商进程。</translation>
    </message>
        <message>
        <source>Install the program again.</source>
        <translation>请重新安装程序。</translation>
    </message>
        <message>
        <source>The broker's process said something that cannot be read; it is started again.</source>
        <translation>券商进程发来无法读取的消息，正在重新启动。</translation>
    </message>
        <message>
        <source>The broker's process does not take the settings.</source>
        <translation>券商进程不接受这些设置。</translation>
    </message>
        <message>
        <source>The broker's process does not answer; it is started again.</source>
        <translation>券商进程没有响应，正在重新启动。</translation>
    </message>
        <message>
        <source>The broker's keys are missing.</source>
        <translation>缺少券商密钥。</translation>
    </message>
        <message>
        <source>Give them over a descriptor.</source>
        <translation>请通过文件描述符提供。</translation>
    </message>
        <message>
        <source>Binance's depth cannot be read.</source>
        <translation>无法读取币安的深度行情。</translation>
    </message>
        <message>
        <source>Try again later.</source>
        <translation>请稍后重试。</translation>
    </message>
        <message>
        <source>The broker's settings do not name this instrument.</source>
        <translation>券商设置中没有该品种。</translation>
    </message>
        <message>
        <source>Add it to the settings.</source>
        <translation>请将其加入设置。</translation>
    </message>
        <message>
        <source>Binance does not answer.</source>
        <translation>币安没有响应。</translation>
    </message>
        <message>
        <source>Binance cannot change an order.</source>
        <translation>币安不支持改单。</translation>
    </message>
        <message>
        <source>Cancel it and place another one.</source>
        <translation>请撤单后重新下单。</translation>
    </message>
        <message>
        <source>The order has ended already.</source>
        <translation>委托已经结束。</translation>
    </message>
        <message>
        <source>Look at its fills.</source>
        <translation>请查看成交。</translation>
    </message>
        <message>
        <source>Binance knows no day orders.</source>
        <translation>币安不支持当日有效委托。</translation>
    </message>
        <message>
        <source>Choose good till cancelled.</source>
        <translation>请选择撤销前有效。</translation>
    </message>
        <message>
        <source>The broker does not know the order.</source>
        <translation>券商没有该委托。</translation>
    </message>
        <message>
        <source>Wait until its state is known.</source>
        <translation>请等待状态确认。</translation>
    </message>
        <message>
        <source>The quantity is not above zero.</source>
        <translation>数量不大于零。</translation>
    </message>
        <message>
        <source>Change the quantity.</source>
        <translation>请修改数量。</translation>
    </message>
        <message>
        <source>Binance asks for fewer requests.</source>
        <translation>币安要求减少请求。</translation>
    </message>
    </context>
</TS>
