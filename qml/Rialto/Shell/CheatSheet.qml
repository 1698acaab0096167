// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Shell

// Every key on one sheet.
Popover {
    id: sheet

    required property Workstation workstation

    objectName: "cheatSheet"
    title: qsTr("Keys")
    padding: Theme.space6
    width: Theme.px(980)

    contentItem: Column {
        spacing: Theme.space4
        focus: true
        Keys.onPressed: (event) => {
            if (event.key === Qt.Key_F1 || event.key === Qt.Key_Return) {
                sheet.close()
                event.accepted = true
            }
        }

        Label {
            text: sheet.title
            font: Theme.headingFont
        }
        Flow {
            width: parent.width
            spacing: Theme.space6
            flow: Flow.TopToBottom
            height: Theme.px(366)

            Repeater {
                model: sheet.workstation.shortcuts

                Column {
                    id: group

                    required property var modelData

                    width: Theme.px(294)
                    spacing: Theme.px(2)

                    SectionLabel {
                        text: group.modelData.title
                        bottomPadding: Theme.space1
                    }
                    Repeater {
                        model: group.modelData.entries

                        Item {
                            id: entry

                            required property var modelData

                            width: group.width
                            height: Theme.px(22)

                            Label {
                                width: parent.width - keys.width - Theme.space2
                                height: parent.height
                                text: entry.modelData.title
                            }
                            Label {
                                id: keys

                                anchors.right: parent.right
                                height: parent.height
                                text: entry.modelData.keys
                                font: Theme.strongFont
                                color: Theme.accent
                            }
                        }
                    }
                }
            }
        }
    }
}
