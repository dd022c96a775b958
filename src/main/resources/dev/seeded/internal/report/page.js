document.querySelectorAll('.copied').forEach(copied => {
  const text = copied.querySelector('pre');
  const button = copied.querySelector('button');
  const label = button.textContent;
  const said = done => {
    button.textContent = done ? 'Copied' : 'Selected: press Ctrl+C';
    setTimeout(() => { button.textContent = label; }, 2000);
  };
  // Pages that are not served securely have no clipboard.
  const select = () => {
    getSelection().selectAllChildren(text);
    said(document.execCommand('copy'));
  };
  button.addEventListener('click', () => navigator.clipboard
    ? navigator.clipboard.writeText(text.textContent).then(() => said(true), select)
    : select());
  button.hidden = false;
});
