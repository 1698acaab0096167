// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Data

// Stored series with their scores; of the chosen one what was found, what repair proposes, and what was decided.
SplitView {
    id: panel

    required property DataModel model
    property int page: 0

    orientation: Qt.Vertical

    Panel {
        title: qsTr("Quality of the stored series")
        subtitle: panel.model.failure !== "" ? panel.model.failure : panel.model.busy ? qsTr("Judging…") : ""
        T.SplitView.preferredHeight: Math.round(panel.height * 0.36)
        T.SplitView.minimumHeight: Theme.px(120)

        PlainTable {
            objectName: "qualityTable"
            anchors.fill: parent
            label: qsTr("Quality of the stored series")
            header: [qsTr("Symbol"), qsTr("Bars"), qsTr("Source"), qsTr("Count"), qsTr("Newest"), qsTr("Score"), qsTr("Verdict")]
            rows: panel.model.seriesRows
            widths: [0, 50, 80, 70, 100, 60, 130]
            currentIndex: panel.model.current
            emptyText: qsTr("No daily series is stored")
            onPicked: (row) => panel.model.current = row
        }
    }
    Panel {
        title: panel.model.currentTitle
        T.SplitView.preferredHeight: Math.round(panel.height * 0.3)
        T.SplitView.minimumHeight: Theme.px(120)
        leading: [
            Badge { visible: panel.model.quarantined; text: qsTr("QUARANTINE"); tone: Theme.Danger }
        ]
        toolbar: [
            Button {
                objectName: "quarantine"
                kind: Button.Quiet
                icon.name: panel.model.quarantined ? "check" : "lock"
                text: panel.model.quarantined ? qsTr("Release…") : qsTr("Quarantine…")
                onClicked: { reason.text = ""; why.open() }

                Popover {
                    id: why

                    title: qsTr("Reason")
                    y: parent.height
                    x: parent.width - width
                    onAboutToShow: reason.forceActiveFocus()

                    contentItem: Row {
                        spacing: Theme.space2

                        TextField { id: reason; objectName: "quarantineReason"; implicitWidth: Theme.px(260); label: qsTr("Reason"); placeholderText: qsTr("Why; it is kept with the decision") }
                        Button {
                            objectName: "quarantineConfirm"
                            kind: Button.Primary
                            text: panel.model.quarantined ? qsTr("Release") : qsTr("Quarantine")
                            enabled: reason.text.trim() !== ""
                            onClicked: { panel.model.setQuarantine(!panel.model.quarantined, reason.text); why.close() }
                        }
                    }
                }
            }
        ]

        LineChart {
            objectName: "qualityChart"
            anchors.fill: parent
            anchors.margins: Theme.space2
            label: qsTr("Closes now and as they came")
            times: panel.model.times
            lines: panel.model.lines
        }
    }
    Panel {
        title: ""
        T.SplitView.fillHeight: true
        T.SplitView.minimumHeight: Theme.px(120)
        leading: [
            Tabs {
                objectName: "qualityPages"
                label: qsTr("About the series")
                model: [qsTr("Findings"), qsTr("Proposed repairs"), qsTr("Decisions")]
                counts: [panel.model.findingRows.length, panel.model.repairRows.length, panel.model.decisionRows.length]
                currentIndex: panel.page
                onActivated: (index) => panel.page = index
            }
        ]
        toolbar: [
            Button {
                objectName: "repairApply"
                visible: panel.page === 1 && panel.model.repairRows.length > 0
                kind: Button.Primary
                text: qsTr("Apply all, as decisions")
                onClicked: panel.model.applyRepairs()
            },
            Button {
                objectName: "repairUndo"
                visible: panel.page === 2 && decisions.currentIndex >= 0
                icon.name: "undo"
                text: qsTr("Undo the chosen one")
                onClicked: panel.model.undo(decisions.currentIndex)
            }
        ]

        PlainTable {
            objectName: "findingTable"
            anchors.fill: parent
            visible: panel.page === 0
            label: qsTr("Findings")
            header: [qsTr("Finding"), qsTr("When"), qsTr("Detail")]
            rows: panel.model.findingRows
            widths: [0, 120, 420]
            leading: 3
            emptyText: qsTr("Nothing was found")
        }
        PlainTable {
            objectName: "repairTable"
            anchors.fill: parent
            visible: panel.page === 1
            label: qsTr("Proposed repairs")
            header: [qsTr("Value"), qsTr("Is"), qsTr("Would be"), qsTr("Reason")]
            rows: panel.model.repairRows
            widths: [0, 90, 90, 380]
            emptyText: qsTr("Nothing that its own figures prove wrong")
        }
        PlainTable {
            id: decisions

            objectName: "decisionTable"
            anchors.fill: parent
            visible: panel.page === 2
            label: qsTr("Decisions")
            header: [qsTr("Decision"), qsTr("Value"), qsTr("Before"), qsTr("After"), qsTr("Reason")]
            rows: panel.model.decisionRows
            widths: [0, 140, 80, 80, 300]
            emptyText: qsTr("Nothing was decided about this series")
        }
    }
}
