<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>AccessPage</name>
        <message>
            <source>My access</source>
            <translation>我的登录</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Old password</source>
            <translation>旧密码</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>15 characters or more; a sentence of your own is good</source>
            <translation>至少 15 个字符；自己的一句话就很好</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>修改</translation>
        </message>
        <message>
            <source>Second factor</source>
            <translation>第二要素</translation>
        </message>
        <message>
            <source>A one-time code of an authenticator app is asked for with the password. With it, eight characters are enough.</source>
            <translation>除密码外还要验证器应用的一次性验证码。有了它，密码八个字符即可。</translation>
        </message>
        <message>
            <source>Begin with a new one</source>
            <translation>重新设置</translation>
        </message>
        <message>
            <source>Secret</source>
            <translation>密钥</translation>
        </message>
        <message>
            <source>Type it into the app: time-based, six digits, 30 seconds</source>
            <translation>输入验证器应用：基于时间，六位，30 秒</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>验证码</translation>
        </message>
        <message>
            <source>The first code of the app proves that it works</source>
            <translation>应用给出的第一个验证码证明它可用</translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Recovery codes</source>
            <translation>恢复码</translation>
        </message>
    </context>
    <context>
        <name>AdminWorkspace</name>
        <message>
            <source>Users</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>Audit log</source>
            <translation>审计日志</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>My access</source>
            <translation>我的登录</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>处理中…</translation>
        </message>
    </context>
    <context>
        <name>AuditPanel</name>
        <message>
            <source>Audit log</source>
            <translation>审计日志</translation>
        </message>
        <message>
            <source>Verify</source>
            <translation>验证</translation>
        </message>
        <message>
            <source>Every hash and signature, and every fact of the book against the log</source>
            <translation>核对每个哈希与签名，并将账簿的每条记录与日志比对</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Nothing fits</source>
            <translation>没有符合的记录</translation>
        </message>
        <message>
            <source>Compliance and admins read the audit log</source>
            <translation>合规与管理员可查看审计日志</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>导出到</translation>
        </message>
    </context>
    <context>
        <name>EyesPage</name>
        <message>
            <source>Approvals</source>
            <translation>审批</translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <translation>%1 项待审批</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>Nothing waits for approval</source>
            <translation>没有待审批的事项</translation>
        </message>
        <message>
            <source>Four eyes</source>
            <translation>四眼原则</translation>
        </message>
        <message>
            <source>What is named here waits until another person approves it; who asked never decides.</source>
            <translation>此处列出的事项须经另一人批准；申请人不能自行决定。</translation>
        </message>
        <message>
            <source>Orders worth from</source>
            <translation>委托金额起</translation>
        </message>
        <message>
            <source>In the contract's currency; empty: never</source>
            <translation>按合约币种；留空：从不</translation>
        </message>
        <message>
            <source>Withdrawals from</source>
            <translation>取款金额起</translation>
        </message>
        <message>
            <source>0: every one; empty: never</source>
            <translation>0：每一笔；留空：从不</translation>
        </message>
        <message>
            <source>New clients and accounts</source>
            <translation>新客户与新账户</translation>
        </message>
        <message>
            <source>Put in force</source>
            <translation>生效</translation>
        </message>
    </context>
    <context>
        <name>GateCard</name>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>验证码</translation>
        </message>
        <message>
            <source>From the authenticator app, or a recovery code</source>
            <translation>来自验证器应用，或使用恢复码</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>进入</translation>
        </message>
    </context>
    <context>
        <name>LockScreen</name>
        <message>
            <source>The screen is locked</source>
            <translation>屏幕已锁定</translation>
        </message>
        <message>
            <source>Orders and the market go on. Enter your password, or let another user in.</source>
            <translation>委托与行情继续运行。请输入密码，或由其他用户登录。</translation>
        </message>
    </context>
    <context>
        <name>ProtectPanel</name>
        <message>
            <source>Protect this book</source>
            <translation>保护此账簿</translation>
        </message>
        <message>
            <source>Now anybody at this computer opens the book, without a password. With the lock on, the book is encrypted on the disk, and every way in asks for a user: the screen, the console and the server.</source>
            <translation>现在任何人都可在这台电脑上不用密码打开账簿。上锁之后，账簿在磁盘上加密，所有入口（屏幕、控制台与服务器）都要求登录。</translation>
        </message>
        <message>
            <source>There is no way back in without a password: nobody can reset the last admin's. Make a backup first, and write the password down where you keep what matters.</source>
            <translation>没有密码就无法再进入：最后一位管理员的密码无人能重置。请先备份，并把密码记在妥善之处。</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Small letters and digits; the first user is an admin</source>
            <translation>小写字母与数字；第一位用户是管理员</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>15 characters or more; a sentence of your own is good</source>
            <translation>至少 15 个字符；自己的一句话就很好</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Put the lock on</source>
            <translation>上锁</translation>
        </message>
        <message>
            <source>What it does</source>
            <translation>它的作用</translation>
        </message>
        <message>
            <source>Each page of the book is encrypted and authenticated by itself (XChaCha20-Poly1305); a changed byte is noticed and named.</source>
            <translation>账簿的每一页都单独加密并认证（XChaCha20-Poly1305）；任何改动的字节都会被发现并指出。</translation>
        </message>
        <message>
            <source>The key is wrapped for each user under their password (Argon2id); a new password wraps it anew.</source>
            <translation>密钥按每位用户的密码分别封装（Argon2id）；改密码即重新封装。</translation>
        </message>
        <message>
            <source>After five wrong passwords there is a wait that doubles, up to an hour; then a day.</source>
            <translation>输错五次后需等待，时间逐次加倍，最长一小时；之后为一天。</translation>
        </message>
        <message>
            <source>Users have roles, and may be held to some clients; what a policy names waits for a second person.</source>
            <translation>用户有角色，也可限定于部分客户；策略列出的事项须由第二人批准。</translation>
        </message>
        <message>
            <source>The market data is encrypted too. Exports are not: keep them where only you can read.</source>
            <translation>行情数据同样加密。导出的文件不加密：请存放在只有您能读取的地方。</translation>
        </message>
    </context>
    <context>
        <name>RevealPage</name>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>As your role sees them</source>
            <translation>按您的角色可见</translation>
        </message>
        <message>
            <source>No clients in your care</source>
            <translation>没有由您负责的客户</translation>
        </message>
        <message>
            <source>Reveal</source>
            <translation>显示原文</translation>
        </message>
        <message>
            <source>Say why you look at this person's data. The reason is kept in the audit log before anything is shown.</source>
            <translation>请说明查看此人资料的理由。理由先记入审计日志，然后才显示。</translation>
        </message>
        <message>
            <source>Compliance and admins may reveal a client.</source>
            <translation>合规与管理员可显示客户原文。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
    </context>
    <context>
        <name>UsersPage</name>
        <message>
            <source>Users</source>
            <translation>用户</translation>
        </message>
        <message>
            <source>No users</source>
            <translation>没有用户</translation>
        </message>
        <message>
            <source>Only an admin sees the users</source>
            <translation>只有管理员可查看用户</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>会话</translation>
        </message>
        <message>
            <source>Nobody yet</source>
            <translation>暂无</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>New user</source>
            <translation>新用户</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Numbers with commas; empty: every client</source>
            <translation>编号以逗号分隔；留空：所有客户</translation>
        </message>
        <message>
            <source>Every client</source>
            <translation>所有客户</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>The chosen user</source>
            <translation>所选用户</translation>
        </message>
        <message>
            <source>Role of the chosen user</source>
            <translation>所选用户的角色</translation>
        </message>
        <message>
            <source>Clients of the chosen user</source>
            <translation>所选用户的客户</translation>
        </message>
        <message>
            <source>A new one; lets a user in again who was shut out</source>
            <translation>新密码；被停用的用户可重新登录</translation>
        </message>
        <message>
            <source>New password of the chosen user</source>
            <translation>所选用户的新密码</translation>
        </message>
        <message>
            <source>Set role</source>
            <translation>设置角色</translation>
        </message>
        <message>
            <source>Set password</source>
            <translation>设置密码</translation>
        </message>
        <message>
            <source>Shut out</source>
            <translation>停用</translation>
        </message>
    </context>
    <context>
        <name>rialto::admin::AdminModel</name>
        <message>
            <source>Altered: record %1 (line %2) is not as it was written.</source>
            <translation>已被改动：第 %1 条记录（第 %2 行）与写入时不符。</translation>
        </message>
        <message>
            <source>Altered: fact %1 of the book is not as the log remembers it.</source>
            <translation>已被改动：账簿第 %1 条事实与日志记载不符。</translation>
        </message>
        <message>
            <source>Whole: %1 records, %2 signed checkpoints, and every fact of the book is as the log remembers it. Anchor: %3</source>
            <translation>完整：%1 条记录，%2 个签名检查点，账簿的每条事实均与日志一致。锚点：%3</translation>
        </message>
        <message>
            <source>Written to %1. Keep its anchor elsewhere: %2</source>
            <translation>已写入 %1。请另存其锚点：%2</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
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
            <source>Shown for a minute; the audit log keeps who looked, at whom and why.</source>
            <translation>显示一分钟；审计日志已记录谁、看了谁、为何。</translation>
        </message>
        <message>
            <source>One local user, without a lock</source>
            <translation>单一本地用户，未上锁</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation>两次输入的密码不一致。</translation>
        </message>
        <message>
            <source>%1 is in the book.</source>
            <translation>已添加 %1。</translation>
        </message>
        <message>
            <source>The role of %1 is changed.</source>
            <translation>%1 的角色已修改。</translation>
        </message>
        <message>
            <source>%1 is shut out.</source>
            <translation>%1 已停用。</translation>
        </message>
        <message>
            <source>%1 has a new password.</source>
            <translation>%1 已设置新密码。</translation>
        </message>
        <message>
            <source>Your password is changed.</source>
            <translation>您的密码已修改。</translation>
        </message>
        <message>
            <source>The second factor counts from now on. Keep the recovery codes; they are shown once.</source>
            <translation>第二要素即刻生效。请保存恢复码；它们只显示一次。</translation>
        </message>
        <message>
            <source>Copied; the clipboard is cleared after ten seconds.</source>
            <translation>已复制；十秒后清空剪贴板。</translation>
        </message>
        <message>
            <source>Approved and carried out.</source>
            <translation>已批准并执行。</translation>
        </message>
        <message>
            <source>Refused.</source>
            <translation>已拒绝。</translation>
        </message>
        <message>
            <source>An amount is a whole number; empty: never.</source>
            <translation>金额为整数；留空：从不。</translation>
        </message>
        <message>
            <source>The policy is in force.</source>
            <translation>策略已生效。</translation>
        </message>
    </context>
    <context>
        <name>AdminTable</name>
        <message>
            <source>Waiting</source>
            <translation>待审批</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <source>Analyst</source>
            <translation>分析员</translation>
        </message>
        <message>
            <source>Advisor</source>
            <translation>顾问</translation>
        </message>
        <message>
            <source>Trader</source>
            <translation>交易员</translation>
        </message>
        <message>
            <source>Compliance</source>
            <translation>合规</translation>
        </message>
        <message>
            <source>Admin</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Read only</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>Sees the market and the book with personal data masked; imports data and makes reports.</source>
            <translation>可查看行情与账簿，个人资料已脱敏；可导入数据与制作报告。</translation>
        </message>
        <message>
            <source>Sees personal data; places orders, moves cash, edits clients, imports statements.</source>
            <translation>可查看个人资料；可下单、划转资金、编辑客户、导入对账单。</translation>
        </message>
        <message>
            <source>Places and cancels orders and steers the simulated market; personal data masked.</source>
            <translation>可下单与撤单、控制模拟市场；个人资料已脱敏。</translation>
        </message>
        <message>
            <source>Approves, reads the audit log, reveals personal data with a reason, cancels orders.</source>
            <translation>可审批、查看审计日志、附理由显示个人资料、撤单。</translation>
        </message>
        <message>
            <source>May do everything; but nobody approves what they asked for.</source>
            <translation>可做一切；但任何人不得批准自己的申请。</translation>
        </message>
        <message>
            <source>Sees the market and the book with personal data masked.</source>
            <translation>可查看行情与账簿，个人资料已脱敏。</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Second factor</source>
            <translation>第二要素</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Password set</source>
            <translation>密码设定</translation>
        </message>
        <message>
            <source>Added by</source>
            <translation>添加者</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>结束</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Asked by</source>
            <translation>申请人</translation>
        </message>
        <message>
            <source>Asked</source>
            <translation>申请时间</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Decided by</source>
            <translation>决定人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Record</source>
            <translation>记录</translation>
        </message>
        <message>
            <source>Time (UTC)</source>
            <translation>时间 (UTC)</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>何人</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>动作</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文名</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Shut out</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>On</source>
            <translation>已启用</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>未启用</translation>
        </message>
        <message>
            <source>No end</source>
            <translation>未结束</translation>
        </message>
    </context>
    <context>
        <name>rialto::admin::GateModel</name>
        <message>
            <source>After wrong passwords there is a wait: %1 s. Or ask an admin to set a new password.</source>
            <translation>密码输错后需等待：%1 秒。也可请管理员设置新密码。</translation>
        </message>
        <message>
            <source>Putting the lock on: the book is encrypted page by page…</source>
            <translation>正在上锁：逐页加密账簿…</translation>
        </message>
        <message>
            <source>Looking at the password…</source>
            <translation>正在核对密码…</translation>
        </message>
    </context>
</TS>
