// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Research

// A company's statements by period, ratios with their formulas, and what later filings told otherwise.
FocusScope {
    id: page

    required property ResearchModel model

    Row {
        id: tools

        x: Theme.space3
        y: Theme.space3
        spacing: Theme.space3

        ComboBox {
            objectName: "filingsCompany"
            implicitWidth: Theme.px(280)
            focus: true
            label: qsTr("Company")
            model: page.model.companies
            currentIndex: page.model.company
            onActivated: (index) => page.model.company = index
        }
        SegmentedControl {
            objectName: "filingsBasis"
            label: qsTr("Length of the periods")
            model: [qsTr("Years"), qsTr("Quarters")]
            currentIndex: page.model.quarterly ? 1 : 0
            onActivated: (index) => page.model.quarterly = index === 1
        }
        Label {
            height: Theme.controlHeight
            text: qsTr("* worked out from cumulated figures")
            font: Theme.smallFont
            muted: true
        }
    }
    PlainTable {
        objectName: "statementTable"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tools.bottom
        anchors.topMargin: Theme.space2
        height: Math.round((page.height - tools.height) * (page.model.restatementRows.length > 0 ? 0.68 : 0.97))
        label: qsTr("Statements")
        header: page.model.statementHeader
        rows: page.model.statementRows
        columnWidth: Theme.px(96)
        emptyText: qsTr("No statements in these filings")
    }
    SectionLabel {
        id: title

        x: Theme.space3
        y: Math.round(page.height * 0.74)
        visible: page.model.restatementRows.length > 0
        text: qsTr("Restated by later filings")
    }
    PlainTable {
        objectName: "restatementTable"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: title.bottom
        anchors.topMargin: Theme.space1
        anchors.bottom: parent.bottom
        visible: page.model.restatementRows.length > 0
        label: qsTr("Restatements")
        header: [qsTr("Item"), qsTr("Period to"), qsTr("First told"), qsTr("Later told"), qsTr("Difference"), qsTr("By")]
        rows: page.model.restatementRows
        widths: [0, 100, 100, 100, 100, 150]
    }
}
