<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
    <context>
        <name>ReportsWorkspace</name>
        <message>
            <source>Client statement</source>
            <translation>客户对账单</translation>
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
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Make it anew</source>
            <translation>重新生成</translation>
        </message>
        <message>
            <source>Show statement</source>
            <translation>生成对账单</translation>
        </message>
        <message>
            <source>Save PDF and CSV</source>
            <translation>保存 PDF 和 CSV</translation>
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
            <source>Pages of the statement</source>
            <translation>对账单页面</translation>
        </message>
        <message>
            <source>Page %1</source>
            <translation>第 %1 页</translation>
        </message>
        <message>
            <source>The statement is being made</source>
            <translation>正在生成对账单</translation>
        </message>
        <message>
            <source>No statement yet</source>
            <translation>尚未生成对账单</translation>
        </message>
        <message>
            <source>Choose a client and a period, then show the statement.</source>
            <translation>请选择客户和期间，然后生成对账单。</translation>
        </message>
    </context>
    <context>
        <name>rialto::reporting::ReportsModel</name>
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
