// For any browser, so in the words of 1999: says so when the page's own script did not run.
(function () {
  var failed = !('noModule' in document.createElement('script'));
  window.onerror = function () {
    failed = true;
  };
  window.onload = function () {
    var form = document.querySelector('.shell form');
    if (!form) return;
    var words = document.createElement('p');
    words.className = 'problem';
    words.setAttribute('role', 'alert');
    words.appendChild(
      document.createTextNode(
        failed
          ? 'This browser is too old to vote with. Please update it, or take another one: ' +
              'Safari 15.4, Chrome 92, Firefox 92 or newer.'
          : 'Part of this page did not arrive. Please reload it.',
      ),
    );
    form.parentNode.replaceChild(words, form);
  };
})();
