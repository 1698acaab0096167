// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// The colour group of a panel: panels of one group show the same instrument. 0 stands alone.
Rectangle {
    id: chip

    property int group: 0
    readonly property alias choices: choices

    signal picked(int group)

    objectName: "linkChip"
    implicitWidth: Theme.px(12)
    implicitHeight: Theme.px(12)
    radius: Theme.radius
    color: group === 0 ? "transparent" : Theme.linkColour(group)
    border.width: 1
    border.color: group === 0 ? Theme.textFaint : Theme.linkColour(group)
    activeFocusOnTab: true
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: group === 0 ? qsTr("Not linked") : qsTr("Link group %1").arg(group)
    Accessible.onPressAction: choices.open()
    Keys.onSpacePressed: choices.open()
    Keys.onReturnPressed: choices.open()

    FocusRing { visible: chip.activeFocus }
    TapHandler { onTapped: choices.open() }

    Popover {
        id: choices

        title: qsTr("Link group")
        y: chip.height + Theme.space1
        padding: Theme.space2

        contentItem: Row {
            spacing: Theme.space1

            Repeater {
                id: groups

                model: Theme.links.length

                Rectangle {
                    id: group

                    required property int index

                    width: Theme.px(20)
                    height: width
                    radius: Theme.radius
                    color: index === 0 ? "transparent" : Theme.linkColour(index)
                    border.width: index === chip.group || activeFocus ? 2 : index === 0 ? 1 : 0
                    border.color: activeFocus ? Theme.focus : index === chip.group ? Theme.text : Theme.textFaint
                    focus: index === chip.group
                    Accessible.role: Accessible.RadioButton
                    Accessible.name: index === 0 ? qsTr("Not linked") : qsTr("Link group %1").arg(index)

                    function pick() {
                        chip.picked(index)
                        choices.close()
                    }

                    Keys.onLeftPressed: groups.itemAt(Math.max(0, index - 1)).forceActiveFocus()
                    Keys.onRightPressed: groups.itemAt(Math.min(groups.count - 1, index + 1)).forceActiveFocus()
                    Keys.onReturnPressed: pick()
                    Keys.onSpacePressed: pick()
                    TapHandler { onTapped: group.pick() }
                    Icon {
                        anchors.centerIn: parent
                        width: Theme.px(12)
                        height: width
                        visible: group.index === 0
                        name: "close"
                        color: Theme.textMuted
                    }
                }
            }
        }
    }
}
