// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A name and its field on one line, with a sentence below when the field's value cannot be used (or a quiet hint).
FocusScope {
    id: row

    property string label: ""
    property string error: ""
    property string hint: ""
    property int labelWidth: Theme.px(88)
    default property alias content: slot.data

    objectName: "formRow"
    implicitWidth: Theme.px(240)
    implicitHeight: Theme.controlHeight + (note.visible ? note.height : 0)

    Label {
        width: row.labelWidth - Theme.space2
        height: Theme.controlHeight
        text: row.label
        muted: true
    }
    Item {
        id: slot

        x: row.labelWidth
        width: parent.width - row.labelWidth
        height: Theme.controlHeight
        onChildrenChanged: {
            for (let i = 0; i < children.length; ++i)
                if (children[i].objectName !== "free")
                    children[i].width = Qt.binding(() => slot.width)
        }
    }
    Text {
        id: note

        x: row.labelWidth
        y: Theme.controlHeight
        width: slot.width
        visible: text !== ""
        text: row.error !== "" ? row.error : row.hint
        font: Theme.smallFont
        color: row.error !== "" ? Theme.danger : Theme.textFaint
        wrapMode: Text.Wrap
        textFormat: Text.PlainText
        topPadding: 2
    }
}
