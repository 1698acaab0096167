// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Simulator

// The clock and its buttons, prices of all timelines, the way back, and the timelines side by side.
Panel {
    id: panel

    required property SimulatorModel model

    title: qsTr("Timelines")
    subtitle: panel.model.clock
    leading: [
        Badge { text: qsTr("SIM"); tone: Theme.Simulation }
    ]

    Item {
        id: bar

        width: parent.width
        height: Theme.controlHeight + 2 * Theme.space2

        Row {
            x: Theme.space3
            y: Theme.space2
            spacing: Theme.space2

            Button {
                objectName: "labPlay"
                text: panel.model.playing ? qsTr("Pause") : qsTr("Play")
                icon.name: panel.model.playing ? "pause" : "play"
                kind: Button.Primary
                onClicked: panel.model.playing ? panel.model.pause() : panel.model.play()
            }
            Button {
                objectName: "labStep"
                text: qsTr("Step")
                icon.name: "step"
                hint: qsTr("One minute")
                onClicked: panel.model.step(1)
            }
            SegmentedControl {
                objectName: "labSpeed"
                label: qsTr("Speed")
                model: panel.model.speeds
                currentIndex: panel.model.speedIndex
                onActivated: (index) => panel.model.speedIndex = index
            }
            Button {
                objectName: "labHalt"
                text: panel.model.halted ? qsTr("Auction and resume") : qsTr("Halt")
                icon.name: panel.model.halted ? "play" : "lock"
                onClicked: panel.model.halted ? panel.model.resume() : panel.model.halt()
            }
        }
    }
    Label {
        id: phase

        anchors.top: bar.bottom
        x: Theme.space3
        width: parent.width - 2 * Theme.space3
        height: Theme.rowHeight
        text: panel.model.phase
        color: panel.model.halted ? Theme.warning : Theme.textMuted
        elide: Text.ElideRight
    }
    LineChart {
        objectName: "labChart"
        anchors.top: phase.bottom
        anchors.bottom: past.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space2
        label: qsTr("Last price of each timeline")
        times: panel.model.times
        lines: panel.model.prices
        digits: panel.model.priceDigits
    }
    Item {
        id: past

        anchors.bottom: table.top
        width: parent.width
        height: Theme.controlHeight * 2 + Theme.space3

        Item {
            id: track

            x: Theme.space3
            width: parent.width - 2 * Theme.space3
            height: Theme.controlHeight

            Slider {
                id: cursor

                objectName: "labCursor"
                anchors.fill: parent
                label: qsTr("Moment")
                valueText: panel.model.cursorText
                from: 0
                to: Math.max(panel.model.stepCount, 1)
                stepSize: 1
                value: panel.model.cursor
                onMoved: panel.model.cursor = Math.round(value)
            }
            Repeater {
                model: panel.model.snapshots

                Rectangle {
                    required property real modelData

                    x: Math.round(Theme.px(7) + modelData * (track.width - Theme.px(14)))
                    y: track.height - height
                    width: 1
                    height: Theme.px(5)
                    color: Theme.textFaint
                }
            }
        }
        Row {
            x: Theme.space3
            y: Theme.controlHeight
            spacing: Theme.space2

            Button {
                objectName: "labRewind"
                text: qsTr("Rewind")
                icon.name: "chevron-left"
                hint: qsTr("The timeline goes on from this moment; what came after is forgotten")
                enabled: panel.model.cursor < panel.model.stepCount && !panel.model.busy
                onClicked: panel.model.rewind()
            }
            Button {
                objectName: "labBranch"
                text: qsTr("Branch")
                icon.name: "swap"
                hint: qsTr("A second timeline from this moment, with the settings at the left")
                enabled: !panel.model.busy
                onClicked: panel.model.branch()
            }
            Label {
                height: Theme.controlHeight
                text: panel.model.cursorText
                muted: true
            }
        }
    }
    TimelineTable {
        id: table

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space2
        x: Theme.space3
        width: parent.width - 2 * Theme.space3
        heads: panel.model.comparisonHeads
        rows: panel.model.comparison
        onChosen: (line) => panel.model.choose(line)
    }
}
