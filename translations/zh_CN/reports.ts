<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>ReportsWorkspace</name>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Client</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Formats</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Make it anew</source>
            <translation>重新生成</translation>
        </message>
        <message>
            <source>Show report</source>
            <translation>生成报告</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save for all clients</source>
            <translation>为全部客户保存</translation>
        </message>
        <message>
            <source>Saved lately</source>
            <translation>最近保存</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Own look; or a brand file (JSON)</source>
            <translation>默认样式；或品牌文件（JSON）</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Archive</source>
            <translation>存档</translation>
        </message>
    </context>
    <context>
        <name>ReportPages</name>
        <message>
            <source>Pages of the report</source>
            <translation>报告页面</translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>The report is being made</source>
            <translation>正在生成报告</translation>
        </message>
        <message>
            <source>No report yet</source>
            <translation>尚未生成报告</translation>
        </message>
        <message>
            <source>Choose a report, a client and a period, then show it.</source>
            <translation>请选择报告、客户和期间，然后生成。</translation>
        </message>
        <message>
            <source>Choose a report, then show it.</source>
            <translation>请选择报告，然后生成。</translation>
        </message>
    </context>
    <context>
        <name>FiguresPage</name>
        <message>
            <source>Search the figures</source>
            <translation>搜索数字</translation>
        </message>
        <message>
            <source>Words or digits</source>
            <translation>文字或数字</translation>
        </message>
        <message>
            <source>Figures</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>As printed</source>
            <translation>报告所示</translation>
        </message>
        <message>
            <source>No figures yet</source>
            <translation>尚无数字</translation>
        </message>
        <message>
            <source>Show a report: each of its numbers can be taken apart here.</source>
            <translation>生成报告后，可在此逐一查看每个数字的计算过程。</translation>
        </message>
        <message>
            <source>Choose a figure</source>
            <translation>请选择一个数字</translation>
        </message>
        <message>
            <source>Its calculation opens here, down to the rows of the book.</source>
            <translation>其计算过程将在此展开，直至账簿中的原始记录。</translation>
        </message>
        <message>
            <source>Calculation</source>
            <translation>计算过程</translation>
        </message>
    </context>
    <context>
        <name>ArchivePage</name>
        <message>
            <source>Comparing every file with its fingerprint…</source>
            <translation>正在核对每个文件的指纹…</translation>
        </message>
        <message>
            <source>Verify again</source>
            <translation>重新核验</translation>
        </message>
        <message>
            <source>Issued files</source>
            <translation>已出具文件</translation>
        </message>
        <message>
            <source>Nothing was issued into this folder</source>
            <translation>此文件夹中尚无已出具的报告</translation>
        </message>
        <message>
            <source>Saved reports are listed here with their SHA-256 in manifest.json.</source>
            <translation>保存的报告及其 SHA-256 记录于 manifest.json，并在此列出。</translation>
        </message>
    </context>
    <context>
        <name>rialto::reporting::FigureModel</name>
        <message>
            <source>Cover</source>
            <translation>封面</translation>
        </message>
        <message>
            <source>Computed again from its source rows: it agrees</source>
            <translation>已由原始记录重新计算：一致</translation>
        </message>
        <message>
            <source>Computed again from its source rows: it does not agree</source>
            <translation>已由原始记录重新计算：不一致</translation>
        </message>
    </context>
    <context>
        <name>rialto::reporting::ArchiveModel</name>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>出具时间</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>As issued</source>
            <translation>与出具时一致</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>已被更改</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>文件缺失</translation>
        </message>
        <message>
            <source>Not in the book</source>
            <translation>账簿无记录</translation>
        </message>
        <message>
            <source>all as issued</source>
            <translation>全部与出具时一致</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n 个文件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not as issued</source>
            <translation>
                <numerusform>%n 个与出具时不一致</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>rialto::reporting::ReportsModel</name>
        <message>
            <source>Making the reports of all clients</source>
            <translation>正在生成全部客户的报告</translation>
        </message>
        <message numerus="yes">
            <source>%n report(s) could not be made.</source>
            <translation>
                <numerusform>%n 份报告未能生成。</numerusform>
            </translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>今年</translation>
        </message>
        <message>
            <source>Since the beginning</source>
            <translation>自开户以来</translation>
        </message>
        <message>
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Reading the book</source>
            <translation>读取账簿</translation>
        </message>
        <message>
            <source>Setting pages</source>
            <translation>排版</translation>
        </message>
        <message>
            <source>Writing</source>
            <translation>写入文件</translation>
        </message>
        <message numerus="yes">
            <source>Saved %n file(s) in %1.</source>
            <translation>
                <numerusform>已将 %n 个文件保存到 %1。</numerusform>
            </translation>
        </message>
    </context>
</TS>
