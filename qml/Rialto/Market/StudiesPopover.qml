// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

// The indicators: what there is, found by words, at the left; what is on the chart, with its parameters, at the right.
Popover {
    id: popover

    required property ChartStudies studies
    property string words: ""
    property int timesOpened: 0

    title: qsTr("Indicators")
    onAboutToShow: { popover.timesOpened++; search.forceActiveFocus() }

    contentItem: Row {
        spacing: Theme.space4

        Column {
            width: Theme.px(330)
            spacing: Theme.space2

            SearchField {
                id: search

                objectName: "studySearch"
                width: parent.width
                label: qsTr("Find an indicator")
                placeholderText: qsTr("Name, such as RSI or Bollinger")
                onEdited: (text) => popover.words = text
                onDownRequested: found.forceActiveFocus()
                Keys.onReturnPressed: if (found.count > 0) popover.studies.add(found.model[0].name)
            }
            ListView {
                id: found

                objectName: "studyList"
                width: parent.width
                height: Theme.px(330)
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                model: popover.timesOpened > 0 ? popover.studies.search(popover.words) : []
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Indicators")
                Keys.onReturnPressed: if (currentIndex >= 0) popover.studies.add(model[currentIndex].name)
                T.ScrollBar.vertical: ScrollBar {}

                delegate: Rectangle {
                    id: row

                    required property int index
                    required property var modelData

                    width: ListView.view.width
                    height: Theme.px(26)
                    radius: Theme.radius
                    color: hover.hovered || (found.activeFocus && found.currentIndex === index) ? Theme.hover : "transparent"
                    Accessible.role: Accessible.ListItem
                    Accessible.name: modelData.title

                    Label {
                        x: Theme.space2
                        width: parent.width - kind.width - 3 * Theme.space2
                        height: parent.height
                        text: row.modelData.title
                    }
                    Label {
                        id: kind

                        anchors.right: parent.right
                        anchors.rightMargin: Theme.space3
                        height: parent.height
                        text: row.modelData.group
                        font: Theme.smallFont
                        muted: true
                    }
                    HoverHandler { id: hover }
                    TapHandler { onTapped: popover.studies.add(row.modelData.name) }
                }
            }
        }
        Column {
            width: Theme.px(300)
            spacing: Theme.space2

            SectionLabel { text: qsTr("On the chart"); height: Theme.controlHeight; verticalAlignment: Text.AlignVCenter }
            Label {
                width: parent.width
                visible: popover.studies.entries.length === 0
                text: qsTr("None yet. A press on a name adds it.")
                muted: true
            }
            Flickable {
                width: parent.width
                height: Theme.px(330)
                contentHeight: active.implicitHeight
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                T.ScrollBar.vertical: ScrollBar {}

                Column {
                    id: active

                    width: parent.width - Theme.space3
                    spacing: Theme.space3

                    Repeater {
                        model: popover.studies.entries

                        Column {
                            id: study

                            required property var modelData
                            property string error: ""

                            width: active.width
                            spacing: Theme.space1

                            Item {
                                width: parent.width
                                height: Theme.controlHeight

                                Rectangle {
                                    anchors.verticalCenter: parent.verticalCenter
                                    width: Theme.px(10)
                                    height: width
                                    radius: 2
                                    color: Theme.seriesColour(study.modelData.colour)
                                }
                                Label {
                                    x: Theme.px(18)
                                    width: parent.width - x - buttons.width
                                    height: parent.height
                                    text: study.modelData.title
                                    font: Theme.strongFont
                                    opacity: study.modelData.visible ? 1 : 0.5
                                }
                                Row {
                                    id: buttons

                                    anchors.right: parent.right
                                    anchors.verticalCenter: parent.verticalCenter

                                    IconButton {
                                        symbol: "eye"
                                        opacity: study.modelData.visible ? 1 : 0.4
                                        hint: study.modelData.visible ? qsTr("Hide") : qsTr("Show")
                                        onClicked: popover.studies.setVisible(study.modelData.id, !study.modelData.visible)
                                    }
                                    IconButton {
                                        objectName: "removeStudy"
                                        symbol: "trash"
                                        hint: qsTr("Remove from the chart")
                                        onClicked: popover.studies.remove(study.modelData.id)
                                    }
                                }
                            }
                            Repeater {
                                model: study.modelData.parameters

                                FormRow {
                                    id: row

                                    required property var modelData

                                    width: study.width
                                    labelWidth: Theme.px(120)
                                    label: modelData.label

                                    Loader {
                                        sourceComponent: row.modelData.choices.length > 0 ? choice : figure

                                        Component {
                                            id: figure

                                            TextField {
                                                label: row.modelData.label
                                                value: row.modelData.text
                                                invalid: study.error !== ""
                                                onEditingFinished: if (text !== row.modelData.text) study.error = popover.studies.setParameter(study.modelData.id, row.modelData.name, text)
                                            }
                                        }
                                        Component {
                                            id: choice

                                            ComboBox {
                                                label: row.modelData.label
                                                model: row.modelData.choices
                                                currentIndex: row.modelData.index
                                                onActivated: (index) => study.error = popover.studies.setParameter(study.modelData.id, row.modelData.name, row.modelData.choices[index])
                                            }
                                        }
                                    }
                                }
                            }
                            Text {
                                width: parent.width
                                visible: text !== ""
                                text: study.error
                                font: Theme.smallFont
                                color: Theme.danger
                                wrapMode: Text.Wrap
                                textFormat: Text.PlainText
                            }
                        }
                    }
                }
            }
        }
    }
}
