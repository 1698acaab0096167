<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>FilingsPage</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Length of the periods</source>
        <translation>期间长度</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Quarters</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>* worked out from cumulated figures</source>
        <translation>* 由累计数推算</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>报表</translation>
    </message>
    <message>
        <source>No statements in these filings</source>
        <translation>这些公告中没有报表</translation>
    </message>
    <message>
        <source>Restated by later filings</source>
        <translation>后来公告的重述</translation>
    </message>
    <message>
        <source>Restatements</source>
        <translation>重述</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Period to</source>
        <translation>期间至</translation>
    </message>
    <message>
        <source>First told</source>
        <translation>首次披露</translation>
    </message>
    <message>
        <source>Later told</source>
        <translation>后来披露</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>By</source>
        <translation>依据</translation>
    </message>
</context>
<context>
    <name>MacroPage</name>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>As known on</source>
        <translation>当时已知</translation>
    </message>
    <message>
        <source>now, or YYYY-MM-DD</source>
        <translation>现在，或 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>Chosen series</source>
        <translation>所选序列</translation>
    </message>
    <message>
        <source>Choose a series at the left</source>
        <translation>请在左侧选择序列</translation>
    </message>
    <message>
        <source>Values and vintages of the first series</source>
        <translation>第一条序列的数值与版本</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>始知于</translation>
    </message>
</context>
<context>
    <name>NewsPage</name>
    <message>
        <source>Search the news</source>
        <translation>搜索新闻</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, -without</source>
        <translation>词语、“短语”、-排除</translation>
    </message>
    <message>
        <source>Only of the chosen symbol</source>
        <translation>仅所选代码</translation>
    </message>
    <message>
        <source>News</source>
        <translation>新闻</translation>
    </message>
    <message>
        <source>SAMPLE</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>No item has these words</source>
        <translation>没有包含这些词的内容</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>New note</source>
        <translation>新建笔记</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>No notes yet</source>
        <translation>还没有笔记</translation>
    </message>
    <message>
        <source>A note is Markdown with a rating; it stays with the instruments it names, and every edit is kept.</source>
        <translation>笔记用 Markdown 书写并可带评级；它跟随所列的品种，每次修改都会保留。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>History of the rating</source>
        <translation>评级历史</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评级</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标价</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>品种</translation>
    </message>
    <message>
        <source>Instruments, such as MERI QUIL</source>
        <translation>品种，如 MERI QUIL</translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation>Markdown 正文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>RatesPage</name>
    <message>
        <source>Yield curve, % a year</source>
        <translation>收益率曲线，年化%</translation>
    </message>
    <message>
        <source>Yield curve</source>
        <translation>收益率曲线</translation>
    </message>
    <message>
        <source>Tenor</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>收益率</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>No yields by tenor</source>
        <translation>没有按期限的收益率</translation>
    </message>
    <message>
        <source>One</source>
        <translation>1</translation>
    </message>
    <message>
        <source>From currency</source>
        <translation>原货币</translation>
    </message>
    <message>
        <source>in</source>
        <translation>兑</translation>
    </message>
    <message>
        <source>To currency</source>
        <translation>目标货币</translation>
    </message>
    <message>
        <source>History of the rate</source>
        <translation>汇率历史</translation>
    </message>
    <message>
        <source>No fixings of these two on one day</source>
        <translation>没有同日的两种定价</translation>
    </message>
</context>
<context>
    <name>ResearchWorkspace</name>
    <message>
        <source>Pages of the information desk</source>
        <translation>资讯台页面</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The book holds nothing of this kind yet</source>
        <translation>账簿中还没有这类内容</translation>
    </message>
</context>
<context>
    <name>ScreenerPage</name>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>rsi(14) &lt; 30 and close &gt; sma(200)</source>
        <translation>rsi(14) &lt; 30 and close &gt; sma(200)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Columns, indicators of the catalogue with their parameters, fundamentals; and, or, not, crosses above, crosses below; close[5] is the close five bars ago.</source>
        <translation>可用价格列、带参数的指标、基本面；and、or、not、crosses above、crosses below；close[5] 为五根之前的收盘价。</translation>
    </message>
    <message>
        <source>Matching instruments</source>
        <translation>符合的品种</translation>
    </message>
    <message>
        <source>No match to show</source>
        <translation>没有可显示的结果</translation>
    </message>
</context>
<context>
    <name>rialto::desk::ResearchModel</name>
    <message>
        <source>The book&apos;s information desk cannot be opened.</source>
        <translation>无法打开账簿的资讯台。</translation>
    </message>
    <message>
        <source>News</source>
        <translation>新闻</translation>
    </message>
    <message>
        <source>Filings</source>
        <translation>公告</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>宏观</translation>
    </message>
    <message>
        <source>Rates and FX</source>
        <translation>利率与外汇</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Screener</source>
        <translation>选股</translation>
    </message>
    <message>
        <source>newest of %1</source>
        <translation>最新为 %1</translation>
    </message>
    <message>
        <source>newest %1 minutes old</source>
        <translation>最新为 %1 分钟前</translation>
    </message>
    <message>
        <source>newest %1 hours old</source>
        <translation>最新为 %1 小时前</translation>
    </message>
    <message>
        <source>newest of %1, %2 days old</source>
        <translation>最新为 %1，已过 %2 天</translation>
    </message>
    <message>
        <source>Import files in the Data workspace, or on the console: rialtoctl import feed.xml companyfacts.json eurofxref-hist.xml --book DIR</source>
        <translation>请在“数据”工作区导入文件，或在控制台运行：rialtoctl import feed.xml companyfacts.json eurofxref-hist.xml --book DIR</translation>
    </message>
    <message>
        <source>%1 sources had it</source>
        <translation>%1 个来源</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>无评级</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>卖出</translation>
    </message>
    <message>
        <source>Underperform</source>
        <translation>弱于大市</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Outperform</source>
        <translation>强于大市</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>买入</translation>
    </message>
    <message>
        <source>target %1 %2</source>
        <translation>目标价 %1 %2</translation>
    </message>
    <message>
        <source>A note needs a title.</source>
        <translation>笔记需要标题。</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>利润表</translation>
    </message>
    <message>
        <source>Balance sheet</source>
        <translation>资产负债表</translation>
    </message>
    <message>
        <source>Cash flow</source>
        <translation>现金流量表</translation>
    </message>
    <message>
        <source>Ratios</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>Asking every instrument…</source>
        <translation>正在逐一询问…</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>%1 of %2 match; of %3 it is not known. Understood as %4</source>
        <translation>%2 个中有 %1 个符合；%3 个未知。理解为 %4</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>营业收入</translation>
    </message>
    <message>
        <source>Cost of revenue</source>
        <translation>营业成本</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Research and development</source>
        <translation>研发费用</translation>
    </message>
    <message>
        <source>Selling, general and administrative</source>
        <translation>销售及管理费用</translation>
    </message>
    <message>
        <source>Operating expenses</source>
        <translation>营业费用</translation>
    </message>
    <message>
        <source>Operating income</source>
        <translation>营业利润</translation>
    </message>
    <message>
        <source>Interest expense</source>
        <translation>利息费用</translation>
    </message>
    <message>
        <source>Income before tax</source>
        <translation>税前利润</translation>
    </message>
    <message>
        <source>Income tax</source>
        <translation>所得税</translation>
    </message>
    <message>
        <source>Net income</source>
        <translation>净利润</translation>
    </message>
    <message>
        <source>Earnings per share, basic</source>
        <translation>基本每股收益</translation>
    </message>
    <message>
        <source>Earnings per share, diluted</source>
        <translation>稀释每股收益</translation>
    </message>
    <message>
        <source>Weighted shares, basic</source>
        <translation>加权股数（基本）</translation>
    </message>
    <message>
        <source>Weighted shares, diluted</source>
        <translation>加权股数（稀释）</translation>
    </message>
    <message>
        <source>Cash and equivalents</source>
        <translation>现金及等价物</translation>
    </message>
    <message>
        <source>Short-term investments</source>
        <translation>短期投资</translation>
    </message>
    <message>
        <source>Receivables</source>
        <translation>应收账款</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>存货</translation>
    </message>
    <message>
        <source>Current assets</source>
        <translation>流动资产</translation>
    </message>
    <message>
        <source>Property, plant and equipment</source>
        <translation>固定资产</translation>
    </message>
    <message>
        <source>Investment property</source>
        <translation>投资性房地产</translation>
    </message>
    <message>
        <source>Goodwill</source>
        <translation>商誉</translation>
    </message>
    <message>
        <source>Intangible assets</source>
        <translation>无形资产</translation>
    </message>
    <message>
        <source>Non-current assets</source>
        <translation>非流动资产</translation>
    </message>
    <message>
        <source>Total assets</source>
        <translation>资产总计</translation>
    </message>
    <message>
        <source>Payables</source>
        <translation>应付账款</translation>
    </message>
    <message>
        <source>Short-term debt</source>
        <translation>短期借款</translation>
    </message>
    <message>
        <source>Current liabilities</source>
        <translation>流动负债</translation>
    </message>
    <message>
        <source>Long-term debt</source>
        <translation>长期借款</translation>
    </message>
    <message>
        <source>Total liabilities</source>
        <translation>负债合计</translation>
    </message>
    <message>
        <source>Retained earnings</source>
        <translation>留存收益</translation>
    </message>
    <message>
        <source>Equity of shareholders</source>
        <translation>股东权益</translation>
    </message>
    <message>
        <source>Total equity</source>
        <translation>权益合计</translation>
    </message>
    <message>
        <source>Liabilities and equity</source>
        <translation>负债和权益总计</translation>
    </message>
    <message>
        <source>Cash from operations</source>
        <translation>经营活动现金流</translation>
    </message>
    <message>
        <source>Depreciation and amortisation</source>
        <translation>折旧与摊销</translation>
    </message>
    <message>
        <source>Share-based compensation</source>
        <translation>股份支付</translation>
    </message>
    <message>
        <source>Capital expenditure</source>
        <translation>资本支出</translation>
    </message>
    <message>
        <source>Cash from investing</source>
        <translation>投资活动现金流</translation>
    </message>
    <message>
        <source>Dividends paid</source>
        <translation>支付股利</translation>
    </message>
    <message>
        <source>Share repurchases</source>
        <translation>回购股份</translation>
    </message>
    <message>
        <source>Cash from financing</source>
        <translation>筹资活动现金流</translation>
    </message>
    <message>
        <source>Net change in cash</source>
        <translation>现金净变动</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>Operating margin</source>
        <translation>营业利润率</translation>
    </message>
    <message>
        <source>Net margin</source>
        <translation>净利率</translation>
    </message>
    <message>
        <source>Effective tax rate</source>
        <translation>实际税率</translation>
    </message>
    <message>
        <source>Return on equity</source>
        <translation>净资产收益率</translation>
    </message>
    <message>
        <source>Return on assets</source>
        <translation>总资产收益率</translation>
    </message>
    <message>
        <source>Current ratio</source>
        <translation>流动比率</translation>
    </message>
    <message>
        <source>Quick ratio</source>
        <translation>速动比率</translation>
    </message>
    <message>
        <source>Debt to equity</source>
        <translation>债务权益比</translation>
    </message>
    <message>
        <source>Liabilities to assets</source>
        <translation>资产负债率</translation>
    </message>
    <message>
        <source>Interest cover</source>
        <translation>利息保障倍数</translation>
    </message>
    <message>
        <source>Asset turnover</source>
        <translation>资产周转率</translation>
    </message>
    <message>
        <source>Free cash flow margin</source>
        <translation>自由现金流率</translation>
    </message>
    <message>
        <source>Payout ratio</source>
        <translation>派息率</translation>
    </message>
</context>
</TS>
