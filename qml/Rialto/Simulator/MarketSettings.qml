// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Simulator

// Which market, how busy its agents, how slow and faulty its lines.
Panel {
    id: panel

    required property SimulatorModel model

    title: qsTr("Market")

    ScrollArea {
        anchors.fill: parent
        spacing: Theme.space2

        FormRow {
            width: parent.width
            label: qsTr("Venue")

            ComboBox {
                objectName: "labVenue"
                label: qsTr("Venue")
                focus: true
                model: panel.model.venues
                currentIndex: panel.model.venueIndex
                onActivated: (index) => panel.model.venueIndex = index
            }
        }
        FormRow {
            width: parent.width
            label: qsTr("Instrument")

            ComboBox {
                objectName: "labInstrument"
                label: qsTr("Instrument")
                model: panel.model.instruments
                currentIndex: panel.model.instrumentIndex
                onActivated: (index) => panel.model.instrumentIndex = index
            }
        }
        FormRow {
            width: parent.width
            label: qsTr("Seed")
            hint: qsTr("For a new market, and for a branch")

            NumberField {
                objectName: "labSeed"
                value: panel.model.seed
                onEdited: (text) => panel.model.seed = text
                onStepped: (steps) => panel.model.stepSeed(steps)
            }
        }
        Button {
            objectName: "labRestart"
            width: parent.width
            text: qsTr("New market")
            icon.name: "refresh"
            onClicked: panel.model.restart()
        }
        Label {
            width: parent.width
            visible: panel.model.failure !== ""
            text: panel.model.failure
            color: Theme.warning
            wrapMode: Text.Wrap
        }
        SectionLabel { text: qsTr("Agents, of usual") }
        SliderList {
            width: parent.width
            rows: panel.model.agents
            onMoved: (key, value) => panel.model.setValue(key, value)
        }
        SectionLabel { text: qsTr("Lines and faults") }
        SliderList {
            width: parent.width
            rows: panel.model.lines
            onMoved: (key, value) => panel.model.setValue(key, value)
        }
    }
}
