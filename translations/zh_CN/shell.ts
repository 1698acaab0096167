<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
    <context>
        <name>CheatSheet</name>
        <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    </context>
    <context>
        <name>CommandField</name>
        <message>
        <source>Command field</source>
        <translation>命令框</translation>
    </message>
        <message>
        <source>Symbol to add to the watchlist</source>
        <translation>要加入自选的代码</translation>
    </message>
        <message>
        <source>Symbol, name or command</source>
        <translation>代码、名称、拼音首字母或命令</translation>
    </message>
        <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
        <message>
        <source>Nothing of that name</source>
        <translation>没有找到</translation>
    </message>
        <message>
        <source>↑ ↓ choose   Enter act   Esc close</source>
        <translation>↑ ↓ 选择   Enter 执行   Esc 关闭</translation>
    </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
        <source>Speed of the market</source>
        <translation>行情速度</translation>
    </message>
        <message>
        <source>One step (Ctrl+.)</source>
        <translation>单步（Ctrl+.）</translation>
    </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
        <message>
        <source>Symbol, name or command</source>
        <translation>代码、名称、拼音首字母或命令</translation>
    </message>
        <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
        <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
        <message>
        <source>Light theme (Ctrl+T)</source>
        <translation>浅色主题（Ctrl+T）</translation>
    </message>
        <message>
        <source>Dark theme (Ctrl+T)</source>
        <translation>深色主题（Ctrl+T）</translation>
    </message>
        <message>
        <source>All keys (F1)</source>
        <translation>全部快捷键（F1）</translation>
    </message>
    </context>
    <context>
        <name>rialto::CommandList</name>
        <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
        <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
        <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    </context>
    <context>
        <name>rialto::StatusModel</name>
        <message>
        <source>SIM</source>
        <translation>模拟</translation>
    </message>
        <message>
        <source>LIVE</source>
        <translation>实盘</translation>
    </message>
        <message>
        <source>Book not writable</source>
        <translation>账本无法写入</translation>
    </message>
        <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
        <message>
        <source>Simulated exchange</source>
        <translation>模拟交易所</translation>
    </message>
        <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
        <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
        <message>
        <source>Connection lost</source>
        <translation>连接中断</translation>
    </message>
        <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
        <message>
        <source>1 order working</source>
        <translation>1 笔挂单</translation>
    </message>
        <message>
        <source>%1 orders working</source>
        <translation>%1 笔挂单</translation>
    </message>
    </context>
    <context>
        <name>rialto::Workstation</name>
        <message>
        <source>Market</source>
        <translation>行情</translation>
    </message>
        <message>
        <source>Rialto</source>
        <translation>Rialto</translation>
    </message>
        <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
        <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
        <message>
        <source>Colours: green up, red down</source>
        <translation>颜色：绿涨红跌</translation>
    </message>
        <message>
        <source>Colours: red up, green down</source>
        <translation>颜色：红涨绿跌</translation>
    </message>
        <message>
        <source>Colours: blue up, orange down</source>
        <translation>颜色：蓝涨橙跌</translation>
    </message>
        <message>
        <source>Go on</source>
        <translation>继续行情</translation>
    </message>
        <message>
        <source>Pause the market</source>
        <translation>暂停行情</translation>
    </message>
        <message>
        <source>One step while paused</source>
        <translation>暂停时单步前进</translation>
    </message>
        <message>
        <source>Market speed %1×</source>
        <translation>行情速度 %1×</translation>
    </message>
        <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
        <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
        <message>
        <source>Add a symbol to the watchlist</source>
        <translation>添加自选</translation>
    </message>
        <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
        <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
        <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
        <message>
        <source>Command field</source>
        <translation>命令框</translation>
    </message>
        <message>
        <source>Type a symbol or its pinyin initials</source>
        <translation>直接键入代码或拼音首字母</translation>
    </message>
        <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
        <message>
        <source>Previous, next symbol</source>
        <translation>上一个、下一个品种</translation>
    </message>
        <message>
        <source>This sheet</source>
        <translation>本页</translation>
    </message>
        <message>
        <source>Close what is open</source>
        <translation>关闭弹出内容</translation>
    </message>
        <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
        <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
        <message>
        <source>English or Chinese</source>
        <translation>英文或中文</translation>
    </message>
        <message>
        <source>Larger, smaller text</source>
        <translation>放大、缩小文字</translation>
    </message>
        <message>
        <source>Buy, sell the current symbol</source>
        <translation>买入、卖出当前品种</translation>
    </message>
        <message>
        <source>Take the chosen symbol off the list</source>
        <translation>移除所选代码</translation>
    </message>
        <message>
        <source>Pause or go on</source>
        <translation>暂停或继续</translation>
    </message>
        <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
        <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
        <message>
        <source>Choose a column</source>
        <translation>选择列</translation>
    </message>
        <message>
        <source>Sort by it</source>
        <translation>按该列排序</translation>
    </message>
        <message>
        <source>Open the row</source>
        <translation>打开该行</translation>
    </message>
        <message>
        <source>Copy rows as a table</source>
        <translation>以表格复制</translation>
    </message>
        <message>
        <source>Menu of the row</source>
        <translation>行菜单</translation>
    </message>
        <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
        <message>
        <source>Earlier, later</source>
        <translation>向前、向后</translation>
    </message>
        <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
        <message>
        <source>First, newest bar</source>
        <translation>最早、最新K线</translation>
    </message>
        <message>
        <source>Trading</source>
        <translation>交易</translation>
    </message>
        <message>
        <source>Portfolio</source>
        <translation>组合</translation>
    </message>
        <message>
            <source>Clients</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Advice</source>
            <translation>投资建议</translation>
        </message>
        <message>
            <source>Analytics</source>
            <translation>分析</translation>
        </message>
        <message>
        <source>Reports</source>
        <translation>报表</translation>
    </message>
        <message>
        <source>Simulator</source>
        <translation>模拟器</translation>
    </message>
        <message>
        <source>Research</source>
        <translation>研究</translation>
    </message>
        <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    </context>
</TS>
