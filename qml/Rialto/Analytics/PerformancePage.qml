// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Analytics

// Choices and figures at the left; growth, falls and months at the right.
FocusScope {
    id: workspace

    required property AnalyticsModel model

    objectName: "performancePage"
    onVisibleChanged: if (visible) model.refresh()
    Component.onCompleted: model.refresh()

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        Panel {
            title: qsTr("Performance and risk")
            focus: true
            T.SplitView.preferredWidth: Theme.px(330)
            T.SplitView.minimumWidth: Theme.px(280)

            ScrollArea {
                anchors.fill: parent
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Client")

                    ComboBox {
                        objectName: "analyticsClient"
                        label: qsTr("Client")
                        focus: true
                        model: workspace.model.clients
                        currentIndex: workspace.model.clientIndex
                        onActivated: (index) => workspace.model.clientIndex = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Period")
                    hint: workspace.model.periodText

                    ComboBox {
                        objectName: "analyticsPeriod"
                        label: qsTr("Period")
                        model: workspace.model.periods
                        currentIndex: workspace.model.period
                        onActivated: (index) => workspace.model.period = index
                    }
                }
                Label {
                    width: parent.width
                    visible: workspace.model.busy || workspace.model.failure !== ""
                    text: workspace.model.busy ? qsTr("Computing…") : workspace.model.failure
                    color: workspace.model.busy ? Theme.textMuted : Theme.warning
                    wrapMode: Text.Wrap
                }
                Repeater {
                    model: workspace.model.ready ? workspace.model.groups : []

                    Column {
                        id: group

                        required property var modelData

                        width: parent ? parent.width : 0
                        topPadding: Theme.space3
                        spacing: Theme.space1

                        SectionLabel { text: group.modelData.title }
                        KeyValueGrid {
                            width: parent.width
                            entries: group.modelData.entries
                        }
                        Text {
                            width: parent.width
                            text: group.modelData.note
                            font: Theme.smallFont
                            color: Theme.textFaint
                            wrapMode: Text.Wrap
                            textFormat: Text.PlainText
                        }
                    }
                }
            }
        }
        SplitView {
            orientation: Qt.Vertical
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(480)

            SplitView {
                orientation: Qt.Horizontal
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(140)

                Panel {
                    title: qsTr("Growth")
                    subtitle: qsTr("Return since the first day of the period, %")
                    T.SplitView.fillWidth: true
                    T.SplitView.minimumWidth: Theme.px(280)

                    LineChart {
                        objectName: "growthChart"
                        anchors.fill: parent
                        anchors.margins: Theme.space2
                        label: qsTr("Growth")
                        times: workspace.model.times
                        lines: workspace.model.growth
                        unit: "%"
                        filled: true
                    }
                }
                Panel {
                    title: qsTr("Daily returns")
                    subtitle: qsTr("Days by their return, %")
                    T.SplitView.preferredWidth: Math.round(workspace.width * 0.26)
                    T.SplitView.minimumWidth: Theme.px(200)

                    ReturnBars {
                        anchors.fill: parent
                        anchors.margins: Theme.space2
                        distribution: workspace.model.distribution
                    }
                }
            }
            Panel {
                title: qsTr("Falls")
                subtitle: qsTr("Below the highest value so far, %")
                T.SplitView.preferredHeight: Math.round(workspace.height * 0.28)
                T.SplitView.minimumHeight: Theme.px(140)

                LineChart {
                    objectName: "fallsChart"
                    anchors.left: parent.left
                    anchors.top: parent.top
                    anchors.bottom: parent.bottom
                    anchors.right: list.left
                    anchors.margins: Theme.space2
                    label: qsTr("Falls")
                    times: workspace.model.times
                    lines: workspace.model.underWater
                    unit: "%"
                    filled: true
                }
                Column {
                    id: list

                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.space3
                    width: Math.min(Theme.px(430), parent.width * 0.5)
                    spacing: Theme.space1

                    Repeater {
                        model: workspace.model.falls

                        Row {
                            id: fall

                            required property var modelData

                            width: list.width
                            spacing: Theme.space3

                            Figure {
                                width: Theme.px(70)
                                height: Theme.rowHeight
                                text: fall.modelData.depth
                                tone: Theme.Down
                            }
                            Label {
                                width: parent.width - Theme.px(70) - Theme.space3
                                height: Theme.rowHeight
                                text: fall.modelData.text
                                muted: true
                            }
                        }
                    }
                }
            }
            Panel {
                title: qsTr("Months")
                T.SplitView.preferredHeight: Theme.headerHeight + Theme.px(24) + months.implicitHeight
                T.SplitView.minimumHeight: Theme.px(90)

                MonthGrid {
                    id: months

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: Theme.space3
                    years: workspace.model.years
                }
            }
        }
    }
}
