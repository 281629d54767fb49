// The pictures that came with the page are painted before the modules below run; a tab in the background paints nothing.
if (document.querySelector("#generate-pictures img") && !document.hidden)
    await new Promise(painted => requestAnimationFrame(() => setTimeout(painted)));
