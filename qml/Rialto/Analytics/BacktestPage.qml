// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Analytics

// A strategy over a stored series: choices and figures at the left; capital, falls and round trips at the right.
FocusScope {
    id: page

    required property BacktestModel model

    objectName: "backtestPage"
    onVisibleChanged: if (visible) model.refresh()

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        Panel {
            title: qsTr("Backtest")
            focus: true
            T.SplitView.preferredWidth: Theme.px(330)
            T.SplitView.minimumWidth: Theme.px(280)

            ScrollArea {
                anchors.fill: parent
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Strategy")

                    ComboBox {
                        objectName: "backtestStrategy"
                        label: qsTr("Strategy")
                        focus: true
                        model: page.model.strategies
                        currentIndex: page.model.strategyIndex
                        onActivated: (index) => page.model.strategyIndex = index
                    }
                }
                Label {
                    width: parent.width
                    text: page.model.rules
                    muted: true
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Series")

                    ComboBox {
                        objectName: "backtestSeries"
                        label: qsTr("Series")
                        model: page.model.series
                        currentIndex: page.model.seriesIndex
                        onActivated: (index) => page.model.seriesIndex = index

                        Binding on currentIndex { value: page.model.seriesIndex }
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Capital")

                    NumberField {
                        objectName: "backtestCash"
                        label: qsTr("Capital")
                        value: page.model.cash
                        onEdited: (text) => page.model.cash = text
                    }
                }
                Repeater {
                    model: page.model.parameters

                    FormRow {
                        id: parameter

                        required property var modelData

                        width: parent ? parent.width : 0
                        label: modelData.name
                        hint: modelData.meaning

                        Item {
                            TextField {
                                anchors.fill: parent
                                visible: parameter.modelData.choices.length === 0
                                objectName: "parameter-" + parameter.modelData.name
                                label: parameter.modelData.name
                                value: parameter.modelData.value
                                onEdited: (text) => page.model.setParameter(parameter.modelData.name, text)
                            }
                            ComboBox {
                                anchors.fill: parent
                                visible: parameter.modelData.choices.length > 0
                                label: parameter.modelData.name
                                model: parameter.modelData.choices
                                currentIndex: parameter.modelData.place
                                onActivated: (index) => page.model.setParameter(parameter.modelData.name, parameter.modelData.choices[index])
                            }
                            height: Theme.controlHeight
                        }
                    }
                }
                Button {
                    objectName: "backtestRun"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    kind: Button.Primary
                    text: page.model.busy ? qsTr("Running…") : qsTr("Run")
                    enabled: !page.model.busy && page.model.series.length > 0
                    onClicked: page.model.run()
                }
                Button {
                    objectName: "backtestSave"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    text: qsTr("Save the tear sheet")
                    icon.name: "export"
                    enabled: page.model.ready
                    onClicked: page.model.save()
                }
                Label {
                    objectName: "backtestMessage"
                    width: parent.width
                    visible: text !== ""
                    text: page.model.failure !== "" ? page.model.failure : page.model.done
                    color: page.model.failure !== "" ? Theme.danger : Theme.success
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Repeater {
                    model: page.model.groups

                    Column {
                        id: group

                        required property var modelData

                        width: parent ? parent.width : 0
                        topPadding: Theme.space2
                        spacing: Theme.space1

                        SectionLabel { text: group.modelData.title }
                        KeyValueGrid {
                            width: parent.width
                            entries: group.modelData.entries
                        }
                    }
                }
            }
        }
        SplitView {
            orientation: Qt.Vertical
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(480)

            Panel {
                title: qsTr("Capital")
                subtitle: page.model.periodText
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(140)

                LineChart {
                    objectName: "capitalChart"
                    anchors.fill: parent
                    anchors.margins: Theme.space2
                    label: qsTr("Capital")
                    times: page.model.times
                    lines: page.model.capital
                    emptyText: qsTr("Choose a strategy and a series, then run it")
                    filled: true
                }
            }
            Panel {
                title: qsTr("Falls")
                subtitle: qsTr("Below the highest capital so far, %")
                T.SplitView.preferredHeight: Math.round(page.height * 0.22)
                T.SplitView.minimumHeight: Theme.px(110)

                LineChart {
                    anchors.fill: parent
                    anchors.margins: Theme.space2
                    label: qsTr("Falls")
                    times: page.model.times
                    lines: page.model.underWater
                    unit: "%"
                    filled: true
                }
            }
            Panel {
                title: qsTr("Round trips")
                T.SplitView.preferredHeight: Math.round(page.height * 0.3)
                T.SplitView.minimumHeight: Theme.px(110)

                PlainTable {
                    objectName: "tripTable"
                    anchors.fill: parent
                    label: qsTr("Round trips")
                    header: page.model.tripHeader
                    widths: [0, 120, 70, 100, 120, 120, 70]
                    leading: 3
                    rows: page.model.trips
                    emptyText: qsTr("No round trips yet")
                }
            }
        }
    }
}
