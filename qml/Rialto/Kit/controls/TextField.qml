// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// One line of text. `value` is what the model says; `edited(text)` is what the user typed. The model's value is shown at
// once while the user is elsewhere, and is not fought over while they type.
T.TextField {
    id: control

    property string value: ""
    property bool invalid: false
    property string label: ""
    property Item leading: null
    property Item trailing: null

    signal edited(string text)

    objectName: "textField"
    implicitWidth: Theme.px(160)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space2 + (leading ? leading.width + Theme.space1 : 0)
    rightPadding: Theme.space2 + (trailing && trailing.visible ? trailing.width + Theme.space1 : 0)
    verticalAlignment: TextInput.AlignVCenter
    font: Theme.bodyFont
    color: enabled ? Theme.text : Theme.textFaint
    placeholderTextColor: Theme.textFaint
    selectionColor: Theme.accentFill
    selectedTextColor: Theme.onFill
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: label !== "" ? label : placeholderText

    onValueChanged: if (!activeFocus || value !== text) text = value
    onTextEdited: edited(text)
    onActiveFocusChanged: if (activeFocus && focusReason !== Qt.MouseFocusReason) selectAll()
    onLeadingChanged: if (leading) leading.parent = control
    onTrailingChanged: if (trailing) trailing.parent = control
    Component.onCompleted: if (value !== "") text = value

    Binding { target: control.leading; property: "x"; value: Theme.space2; when: control.leading !== null }
    Binding { target: control.leading; property: "y"; value: control.leading ? Math.round((control.height - control.leading.height) / 2) : 0; when: control.leading !== null }
    Binding { target: control.trailing; property: "x"; value: control.trailing ? control.width - control.trailing.width - Theme.space1 : 0; when: control.trailing !== null }
    Binding { target: control.trailing; property: "y"; value: control.trailing ? Math.round((control.height - control.trailing.height) / 2) : 0; when: control.trailing !== null }

    background: Rectangle {
        radius: Theme.radius
        color: control.enabled ? Theme.field : Theme.hover
        border.width: 1
        border.color: control.invalid ? Theme.danger : control.activeFocus ? Theme.accent : control.hovered ? Theme.lineStrong
                    : Theme.dark ? Theme.line : Theme.lineStrong
    }

    Text {
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        visible: control.text === "" && control.preeditText === ""
        text: control.placeholderText
        font: control.font
        color: control.placeholderTextColor
        horizontalAlignment: control.horizontalAlignment
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
}
