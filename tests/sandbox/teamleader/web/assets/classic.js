// Column choice and selection of the classic list, kept as the real page keeps them: in the browser.
const KEY = 'hidden-columns';
const hidden = new Set(JSON.parse(localStorage.getItem(KEY) ?? '[]'));

function showColumns() {
  for (const cell of document.querySelectorAll('[data-column]')) cell.hidden = hidden.has(cell.dataset.column);
}

for (const box of document.querySelectorAll('.cog-menu input')) {
  box.checked = !hidden.has(box.value);
  box.addEventListener('change', () => {
    if (box.checked) hidden.delete(box.value);
    else hidden.add(box.value);
    localStorage.setItem(KEY, JSON.stringify([...hidden]));
    showColumns();
  });
}
document.querySelector('.cog')?.addEventListener('click', () => {
  const menu = document.querySelector('.cog-menu');
  menu.hidden = !menu.hidden;
});
document.querySelector('.select-all')?.addEventListener('change', (event) => {
  for (const box of document.querySelectorAll('.select-row')) box.checked = event.target.checked;
});
showColumns();
